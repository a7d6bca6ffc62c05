// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

struct st_mysql;

namespace causeway {

/// Bounds a login as a whole. The client library's own time-outs are for one wait each: a server
/// that sends a byte now and then would keep it waiting for ever.
///
/// While one lives, all waiting of this thread's connections for which letDeadlinesRule() was
/// called ends with it, as with a time-out. Not nested.
///
/// Thread: the one that logs in.
class LoginDeadline final {
public:
    explicit LoginDeadline(std::chrono::milliseconds longest);
    LoginDeadline(const LoginDeadline&) = delete;
    LoginDeadline& operator=(const LoginDeadline&) = delete;
    ~LoginDeadline();

    /// Before connecting: @p handle waits through us from now on.
    static void letDeadlinesRule(st_mysql* handle);
};

} // namespace causeway
