// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schedule/schedule_store.h"

#include "sync/control/control_session.h"
#include "sync/dialect/schedule_sql.h"

#include <QVariant>

namespace causeway {
namespace {

QString text(const QSqlQuery& row, const char* column)
{
    const QVariant value = row.value(QLatin1String(column));
    return value.isNull() ? QString() : value.toString();
}

std::optional<QDateTime> time(const QSqlQuery& row, const char* column)
{
    QDateTime value = QDateTime::fromString(text(row, column).left(23),
                                            QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    value.setTimeSpec(Qt::UTC);
    return value.isValid() ? std::optional(value) : std::nullopt;
}

Schedule scheduleOf(const QSqlQuery& row)
{
    Schedule schedule;
    schedule.enabled = text(row, "enabled").toInt() != 0;
    schedule.intervalMinutes = text(row, "interval_minutes").toInt();
    schedule.quiet = parseQuietHours(text(row, "quiet_from") + u'-' + text(row, "quiet_until"));
    schedule.nextRun = time(row, "next_run");
    schedule.lastRun = time(row, "last_run");
    schedule.lastStatus = parseRunStatus(text(row, "last_status"));
    schedule.lastErrorCode = text(row, "last_error_code");
    schedule.lastErrorMessage = text(row, "last_error_message");
    schedule.succeeded = text(row, "succeeded").toLongLong();
    schedule.failed = text(row, "failed").toLongLong();
    schedule.failuresInARow = text(row, "failures_in_a_row").toInt();
    schedule.alertSince = time(row, "alert_since");
    schedule.holder = text(row, "holder");
    schedule.holderSeen = time(row, "holder_seen");
    schedule.isHeld = text(row, "is_held").toInt() != 0;
    return schedule;
}

Status statusOf(const Result<qint64>& found)
{
    return found ? okStatus() : Status(found.error());
}

Result<bool> foundOne(const Result<qint64>& found)
{
    return found ? Result<bool>(*found > 0) : Result<bool>(found.error());
}

} // namespace

ScheduleStore::ScheduleStore(std::unique_ptr<ControlSession> session, const SyncDefaults& defaults)
    : m_session(std::move(session))
    , m_defaults(defaults)
{
}
ScheduleStore::ScheduleStore(ScheduleStore&&) noexcept = default;
ScheduleStore& ScheduleStore::operator=(ScheduleStore&&) noexcept = default;
ScheduleStore::~ScheduleStore() = default;

Result<ScheduleStore> ScheduleStore::open(const SideConfig& local, const SyncDefaults& defaults)
{
    auto session = ControlSession::open(local, Timeouts{});
    CAUSEWAY_TRY(session);
    return ScheduleStore(std::move(*session), defaults);
}

Result<qint64> ScheduleStore::write(const QByteArray& sql)
{
    if (!m_rowIsThere)
        CAUSEWAY_TRY(m_session->execute(
            schedulesql::insert(m_defaults.enabled, qMax(1, m_defaults.intervalMinutes))));
    m_rowIsThere = true;
    return m_session->execute(sql);
}

Result<Schedule> ScheduleStore::read()
{
    Schedule schedule;
    schedule.enabled = m_defaults.enabled;
    schedule.intervalMinutes = qMax(1, m_defaults.intervalMinutes);
    CAUSEWAY_TRY(m_session->select(schedulesql::select(), [&schedule](const QSqlQuery& row) {
        schedule = scheduleOf(row);
        return okStatus();
    }));
    return schedule;
}

Status ScheduleStore::enable(const std::optional<QDateTime>& nextRun)
{
    return statusOf(write(schedulesql::enable(nextRun.value_or(QDateTime()))));
}

Status ScheduleStore::disable()
{
    return statusOf(write(schedulesql::disable()));
}

Result<bool> ScheduleStore::skipNext()
{
    return foundOne(write(schedulesql::skipNext()));
}

Status ScheduleStore::setInterval(int minutes)
{
    return statusOf(write(schedulesql::setInterval(minutes)));
}

Status ScheduleStore::setQuietHours(const std::optional<QuietHours>& hours)
{
    return statusOf(write(schedulesql::setQuietHours(hours)));
}

Result<bool> ScheduleStore::takeLease(const QString& holder)
{
    return foundOne(write(schedulesql::takeLease(holder)));
}

Status ScheduleStore::releaseLease(const QString& holder)
{
    return statusOf(write(schedulesql::releaseLease(holder)));
}

Result<bool> ScheduleStore::noteBegun(const QString& holder, const QDateTime& begun)
{
    return foundOne(write(schedulesql::noteBegun(holder, begun)));
}

Status ScheduleStore::noteEnded(const QString& holder, const Schedule& before,
                                const Schedule& after)
{
    return statusOf(write(schedulesql::noteEnded(holder, after, before.nextRun)));
}

Status ScheduleStore::showNextRun(const QString& holder, const Schedule& before,
                                  const std::optional<QDateTime>& next)
{
    return statusOf(write(schedulesql::showNextRun(holder, next, before.nextRun)));
}

} // namespace causeway
