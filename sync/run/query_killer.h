// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/pair_session.h"

#include <stop_token>
#include <thread>

namespace causeway {

/// While it lives: when @p stop is requested, ends the statements in flight on a session's
/// connections from a second connection, again and again until it is destroyed, because the next
/// statement may already have begun. Never runs on the thread that requests the stop.
class QueryKiller final {
public:
    QueryKiller(const PairSession& session, std::stop_token stop);
    ~QueryKiller();
    QueryKiller(const QueryKiller&) = delete;
    QueryKiller& operator=(const QueryKiller&) = delete;

private:
    std::jthread m_thread;
};

} // namespace causeway
