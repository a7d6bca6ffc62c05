// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"
#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"
#include "sync/selftest/selftest_report.h"
#include "sync/selftest/selftest_watch.h"

#include <optional>
#include <stop_token>

namespace causeway {

/// What a case of the self-test works with: its two scratch databases, connections of its own to
/// look at the data itself, and the report that it fills.
///
/// Thread: one.
class CaseContext final {
public:
    struct Place {
        Profile scratch;
        std::optional<Profile> installed; ///< the operator's pair, only to be looked at
    };
    /// Everything is borrowed for the life of the context.
    CaseContext(const Place& place, CaseReport& report, SelfTestWatch& watch, std::stop_token stop);

    /// Connects to both databases.
    [[nodiscard]] Status open();
    [[nodiscard]] const Profile& pair() const { return m_place.scratch; }
    [[nodiscard]] const std::optional<Profile>& installed() const { return m_place.installed; }
    [[nodiscard]] std::stop_token stop() const { return m_stop; }
    [[nodiscard]] SelfTestWatch& watch() { return m_watch; }
    /// Our own connection to a side: not the engine's.
    [[nodiscard]] Connection& on(Side side) { return side == Side::Remote ? *m_remote : *m_local; }

    [[nodiscard]] Status execute(Side side, const QByteArray& sql);
    /// The first cell of the first row; empty for NULL or no row.
    [[nodiscard]] Result<QByteArray> value(Side side, const QByteArray& sql);

    /// Notes whether something is so. @p text says what should be so, marked by
    /// QT_TRANSLATE_NOOP("SelfTest", …); @p detail what was found, when it is not.
    bool expect(bool isSo, const char* text, const QString& detail = {});
    void figure(TestFigure figure);
    /// The case cannot be judged here; @p reason is translated.
    void skip(const QString& reason)
    {
        m_report.reason = reason;
        m_isSkipped = true;
    }
    [[nodiscard]] bool isSkipped() const { return m_isSkipped; }

    [[nodiscard]] SyncRequest request(SyncType type, Direction direction,
                                      Policy policy = Policy::Manual) const;
    /// Runs the engine on this thread.
    [[nodiscard]] SyncReport run(const SyncRequest& request);
    /// The same, and anything but SUCCESS is an error.
    [[nodiscard]] Result<SyncReport> sync(const SyncRequest& request);
    [[nodiscard]] Result<SyncReport> sync(SyncType type, Direction direction)
    {
        return sync(request(type, direction));
    }

private:
    const Place& m_place;
    CaseReport& m_report;
    SelfTestWatch& m_watch;
    std::stop_token m_stop;
    std::optional<Connection> m_remote;
    std::optional<Connection> m_local;
    bool m_isSkipped = false;
};

/// The first error that a run met; nullopt: none.
[[nodiscard]] std::optional<Error> firstError(const SyncReport& report);
/// Code and sentence of the first error, or the run's status: for the detail of a check.
[[nodiscard]] QString toldBy(const SyncReport& report);

} // namespace causeway
