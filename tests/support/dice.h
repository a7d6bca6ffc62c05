// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <initializer_list>
#include <vector>

namespace causeway::test {

/// A reproducible stream of decisions: the same seed gives the same ones on every machine.
/// (Distributions of the standard library differ from one library to the next.)
class Dice final {
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }

    /// SplitMix64.
    [[nodiscard]] quint64 bits()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// 0 … @p limit - 1.
    [[nodiscard]] int below(int limit)
    {
        return static_cast<int>(bits() % static_cast<quint64>(limit));
    }
    [[nodiscard]] int between(int low, int high) { return low + below(high - low + 1); }
    [[nodiscard]] bool percent(int chance) { return below(100) < chance; }
    template<typename T>
    [[nodiscard]] T pick(std::initializer_list<T> from)
    {
        return *(from.begin() + below(static_cast<int>(from.size())));
    }
    template<typename T>
    [[nodiscard]] const T& pick(const std::vector<T>& from)
    {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }
    /// Another stream that does not depend on how far this one was used afterwards.
    [[nodiscard]] Dice split() { return Dice(bits()); }

private:
    quint64 m_state;
};

} // namespace causeway::test
