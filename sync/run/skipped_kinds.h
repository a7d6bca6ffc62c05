// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QStringList>

#include <array>

namespace causeway {

/// Kinds of changes that a run leaves out, by the side that they would be written to. Rows so left
/// out stay what they are, changes that wait for a run which takes them.
class SkippedKinds final {
public:
    void set(Side target, RowAction kind, bool skipped);
    [[nodiscard]] bool skips(Side target, RowAction kind) const;
    [[nodiscard]] bool any() const;
    [[nodiscard]] bool anyOn(Side target) const;
    bool operator==(const SkippedKinds&) const = default;

    /// Adds what a word names: "inserts", "updates", "deletes", each also with "-on-remote" or
    /// "-on-local". @return false, and nothing added, for any other word.
    [[nodiscard]] bool add(const QString& word);
    /// The fewest such words that name the same.
    [[nodiscard]] QStringList words() const;
    /// Every word there is.
    [[nodiscard]] static QStringList allWords();

private:
    std::array<std::array<bool, 3>, 2> m_skipped{}; ///< by side, by kind
};

} // namespace causeway
