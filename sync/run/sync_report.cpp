// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/sync_report.h"

#include "sync/row/row_json.h"

#include <QJsonArray>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kExitNeedsPerson = 1;
constexpr int kExitInterrupted = 130;

QJsonObject toJson(const ChangeCounts& counts)
{
    return {{QLatin1String("inserted"), counts.inserted},
            {QLatin1String("updated"), counts.updated},
            {QLatin1String("deleted"), counts.deleted}};
}

double seconds(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

Direction directionOf(const PlannedChange& change)
{
    return change.target == Side::Local ? Direction::RemoteToLocal : Direction::LocalToRemote;
}

QJsonObject toJson(const PlannedChange& change)
{
    return {{QLatin1String("direction"), toText(directionOf(change))},
            {QLatin1String("action"), toText(change.action)},
            {QLatin1String("key"), toJson(change.key)},
            {QLatin1String("before"), toJson(change.before)},
            {QLatin1String("after"), toJson(change.after)}};
}

QJsonArray toJson(const std::vector<PlannedChange>& changes)
{
    QJsonArray array;
    for (const PlannedChange& change : changes)
        array.append(toJson(change));
    return array;
}

QJsonObject toJson(const TableOutcome& outcome, bool dryRun)
{
    QJsonObject object{{QLatin1String("table"), outcome.table},
                       {QLatin1String("status"), toText(outcome.status)},
                       {QLatin1String("type"), toText(outcome.type)},
                       {QLatin1String("direction"), toText(outcome.direction)},
                       {QLatin1String("remote_to_local"), toJson(outcome.remoteToLocal)},
                       {QLatin1String("local_to_remote"), toJson(outcome.localToRemote)},
                       {QLatin1String("conflicts"), outcome.conflicts},
                       {QLatin1String("open_conflicts"), outcome.openConflicts},
                       {QLatin1String("skipped"), outcome.skipped},
                       {QLatin1String("left_out"), outcome.leftOut},
                       {QLatin1String("rejected"), outcome.rejected},
                       {QLatin1String("remote_rows"), outcome.remoteRows},
                       {QLatin1String("local_rows"), outcome.localRows},
                       {QLatin1String("verified"), outcome.verified},
                       {QLatin1String("duration_s"), seconds(outcome.duration)},
                       {QLatin1String("error"), toJson(outcome.error)}};
    if (dryRun) {
        object.insert(QLatin1String("changes"), toJson(outcome.changes));
        object.insert(QLatin1String("changes_truncated"), outcome.changesTruncated);
    }
    return object;
}

qint64 sumOf(const SyncReport& report, qint64 TableOutcome::*count)
{
    qint64 sum = 0;
    for (const TableOutcome& table : report.tables)
        sum += table.*count;
    return sum;
}

ChangeCounts sumOf(const SyncReport& report, ChangeCounts TableOutcome::*counts)
{
    ChangeCounts sum;
    for (const TableOutcome& table : report.tables)
        sum += table.*counts;
    return sum;
}

QJsonObject totals(const SyncReport& report)
{
    return {{QLatin1String("remote_to_local"), toJson(report.remoteToLocal())},
            {QLatin1String("local_to_remote"), toJson(report.localToRemote())},
            {QLatin1String("conflicts"), report.conflicts()},
            {QLatin1String("open_conflicts"), report.openConflicts()},
            {QLatin1String("skipped"), report.skipped()},
            {QLatin1String("left_out"), report.leftOut()},
            {QLatin1String("rejected"), sumOf(report, &TableOutcome::rejected)}};
}

// What was asked for; else what all tables have in common; else null.
template<typename E>
QJsonValue common(const SyncReport& report, const std::optional<E>& requested, E TableOutcome::*own)
{
    if (requested)
        return toText(*requested);
    if (report.tables.empty())
        return QJsonValue(QJsonValue::Null);
    const E first = report.tables.front().*own;
    const bool same = std::all_of(report.tables.begin(), report.tables.end(),
                                  [&](const TableOutcome& table) { return table.*own == first; });
    return same ? QJsonValue(toText(first)) : QJsonValue(QJsonValue::Null);
}

} // namespace

ChangeCounts SyncReport::remoteToLocal() const
{
    return sumOf(*this, &TableOutcome::remoteToLocal);
}

ChangeCounts SyncReport::localToRemote() const
{
    return sumOf(*this, &TableOutcome::localToRemote);
}

qint64 SyncReport::conflicts() const
{
    return sumOf(*this, &TableOutcome::conflicts);
}

qint64 SyncReport::openConflicts() const
{
    return sumOf(*this, &TableOutcome::openConflicts);
}

qint64 SyncReport::skipped() const
{
    return sumOf(*this, &TableOutcome::skipped);
}

qint64 SyncReport::leftOut() const
{
    return sumOf(*this, &TableOutcome::leftOut);
}

QDateTime SyncReport::endedAt() const
{
    return startedAt.addMSecs((duration + paused).count());
}

QJsonValue toJson(const std::optional<Error>& error)
{
    if (!error)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject{{QLatin1String("code"), errorCodeText(error->code)},
                       {QLatin1String("message"), error->message()},
                       {QLatin1String("hint"), error->hint()}};
}

QJsonObject toJson(const SyncReport& report)
{
    QJsonArray tables;
    for (const TableOutcome& table : report.tables)
        tables.append(toJson(table, report.dryRun));
    return {
        {QLatin1String("run_id"), report.runId},
        {QLatin1String("status"), toText(report.status)},
        {QLatin1String("type"), common(report, report.type, &TableOutcome::type)},
        {QLatin1String("direction"), common(report, report.direction, &TableOutcome::direction)},
        {QLatin1String("dry_run"), report.dryRun},
        {QLatin1String("started_at"), report.startedAt.toUTC().toString(Qt::ISODateWithMs)},
        {QLatin1String("duration_s"), seconds(report.duration)},
        {QLatin1String("paused_s"), seconds(report.paused)},
        {QLatin1String("tables"), tables},
        {QLatin1String("totals"), totals(report)},
        {QLatin1String("warnings"), QJsonArray::fromStringList(report.warnings)},
        {QLatin1String("backups"), QJsonArray::fromStringList(report.backups)},
        {QLatin1String("error"), toJson(report.error)}};
}

int exitCodeFor(const SyncReport& report)
{
    if (report.status == RunStatus::Cancelled)
        return kExitInterrupted;
    if (report.error)
        return exitCodeFor(report.error->code);
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            return exitCodeFor(table.error->code);
    }
    const bool needsPerson = report.openConflicts() > 0 || report.status != RunStatus::Success ||
                             sumOf(report, &TableOutcome::rejected) > 0;
    return needsPerson ? kExitNeedsPerson : 0;
}

} // namespace causeway
