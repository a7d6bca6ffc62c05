// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/sync_report.h"
#include "sync/schedule/schedule_runner.h"
#include "sync/schedule/schedule_store.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace causeway {

class Session;

/// What is known about the schedule of the chosen pair.
struct ScheduleView {
    std::optional<Schedule> schedule; ///< nullopt: not known
    std::optional<Error> error;       ///< why it is not
    ScheduleReason reason = ScheduleReason::Disabled;
    bool isOurs = false; ///< this console runs it
};

/// Runs the schedule of the chosen pair in the console, unless another program has it.
///
/// Looks from a timer. A pair that is locked for writing is only looked at; a schedule that is off
/// is only read. When a run is due it is started through the session, like one that the operator
/// starts; while one goes on, a due run waits its turn.
///
/// Thread:    GUI; everything that may block happens one after the other on a thread of its own.
/// Ownership: its destructor stops a scheduled run that goes on, notes that, and gives the schedule
///            back; that may take as long as the local server needs to answer.
class ScheduleService final : public QObject {
    Q_OBJECT
public:
    explicit ScheduleService(Session& session, QObject* parent = nullptr);
    ~ScheduleService() override;

    [[nodiscard]] const ScheduleView& view() const { return m_view; }
    /// A change is being written.
    [[nodiscard]] bool isBusy() const { return m_changes > 0; }
    /// Looks now, not only when the timer says so.
    void look();
    /// Lets @p act write to db_sync_schedule, then looks. Needs a pair that is unlocked.
    void change(std::function<Status(ScheduleStore&)> act);

signals:
    void changed();
    /// A change could not be written.
    void failed(const causeway::Error& error);
    void alertRaised(const causeway::Schedule& schedule);

private:
    struct Runner;
    struct Look;

    void watchCurrent();
    void retire();
    void take(const std::shared_ptr<Runner>& runner, const Look& look);
    void begin();
    void end(const SyncReport& report);
    void noteEnd(const SyncReport& report);
    template<typename Work, typename Deliver>
    void inBackground(Work work, Deliver deliver);

    Session& m_session;
    QThreadPool m_pool; ///< of one thread: calls of a runner never overlap
    QTimer m_timer;
    std::shared_ptr<Runner> m_runner;   ///< of the chosen pair
    std::shared_ptr<Runner> m_runOwner; ///< of the scheduled run that goes on
    ScheduleView m_view;
    bool m_isLooking = false;
    int m_changes = 0;
};

} // namespace causeway
