// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"

#include <utility>
#include <variant>

namespace causeway {

/// A value or an Error. value() and error() may only be asked for what is there (ok() tells).
template<typename T>
class [[nodiscard]] Result {
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & { return *std::get_if<0>(&m_state); }
    [[nodiscard]] const T& value() const& { return *std::get_if<0>(&m_state); }
    [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&m_state)); }
    [[nodiscard]] const Error& error() const { return *std::get_if<1>(&m_state); }

    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// Result of something that yields nothing but success.
using Status = Result<std::monostate>;

[[nodiscard]] inline Status okStatus()
{
    return std::monostate{};
}

} // namespace causeway

#define CAUSEWAY_TRY_NAMED(name, expression)                                                       \
    do {                                                                                           \
        if (auto&& name = (expression); !name.ok())                                                \
            return name.error();                                                                   \
    } while (false)
#define CAUSEWAY_TRY_JOIN(prefix, number) prefix##number
#define CAUSEWAY_TRY_NUMBERED(number, expression)                                                  \
    CAUSEWAY_TRY_NAMED(CAUSEWAY_TRY_JOIN(causewayTried, number), expression)
/// Returns the error of the expression from the enclosing function, or goes on.
#define CAUSEWAY_TRY(...) CAUSEWAY_TRY_NUMBERED(__COUNTER__, (__VA_ARGS__))
