// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/alert/alert_watch.h"

#include <QCoreApplication>

#include <chrono>
#include <future>
#include <optional>

namespace causeway::ctl {

/// The alerts of a pair, looked at from time to time beside other work: handing one over may take a
/// while.
///
/// Thread: one; look() and lookSoon() do not block.
class AlertPatrol final {
    Q_DECLARE_TR_FUNCTIONS(AlertPatrol)
public:
    AlertPatrol(const Profile& profile, Context& context);

    /// Begins a look when one is due, and tells what an earlier one has found.
    void look();
    /// The next look() begins one: a run has ended.
    void lookSoon() { m_isDue = true; }
    /// Waits for the look that goes on, if any, and tells what it found; the last call.
    void end();

private:
    void tell(const Result<AlertCheck>& found);
    void noteOnce(const Error& error);

    Context& m_context;
    AlertWatch m_watch;
    std::future<Result<AlertCheck>> m_looking; ///< invalid: none goes on
    std::chrono::steady_clock::time_point m_begun;
    std::optional<Error> m_lastError;
    bool m_isDue = true;
};

} // namespace causeway::ctl
