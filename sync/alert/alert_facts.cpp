// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/alert_facts.h"

#include "sync/control/control_session.h"
#include "sync/dialect/alert_sql.h"
#include "sync/dialect/control_sql.h"

#include <QDir>
#include <QStorageInfo>
#include <QVariant>

#include <algorithm>

namespace causeway {
namespace {

constexpr double kMegabyte = 1024.0 * 1024.0;

std::optional<QDateTime> time(const QVariant& value)
{
    QDateTime read =
        QDateTime::fromString(value.toString().left(23), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    read.setTimeSpec(Qt::UTC);
    return read.isValid() ? std::optional(read) : std::nullopt;
}

Status readRuns(ControlSession& session, AlertFacts& facts)
{
    std::vector<RunFact> runs;
    // some were cancelled, which say nothing
    CAUSEWAY_TRY(
        session.select(alertsql::lastRuns(3 * AlertFacts::kRuns), [&](const QSqlQuery& row) {
            runs.push_back({parseRunStatus(row.value(0).toString()).value_or(RunStatus::Cancelled),
                            time(row.value(1)).value_or(QDateTime()),
                            row.value(2).toString().toDouble()});
            return okStatus();
        }));
    facts.runs = std::move(runs);
    return session.select(alertsql::firstRun(), [&](const QSqlQuery& row) {
        facts.firstRun = time(row.value(0));
        return okStatus();
    });
}

Status readPair(ControlSession& session, AlertFacts& facts)
{
    CAUSEWAY_TRY(readRuns(session, facts));
    CAUSEWAY_TRY(session.select(alertsql::proofs(), [&](const QSqlQuery& row) {
        const bool isWhole = row.value(0).toInt() > 0 && row.value(0) == row.value(1);
        facts.proved = isWhole ? time(row.value(2)) : std::nullopt;
        return okStatus();
    }));
    const auto open = session.count(controlsql::countOpenConflicts());
    CAUSEWAY_TRY(open);
    facts.openConflicts = *open;
    return okStatus();
}

std::optional<double> freeMegabytes(const QString& folder)
{
    const QStorageInfo disk(folder);
    return disk.isValid() && disk.isReady()
               ? std::optional(static_cast<double>(disk.bytesAvailable()) / kMegabyte)
               : std::nullopt;
}

} // namespace

AlertFacts readAlertFacts(const SideConfig& local, std::optional<Error>& trouble)
{
    AlertFacts facts;
    // rows that wait are kept in the folder for temporary files
    const auto home = freeMegabytes(QDir::homePath());
    const auto temporary = freeMegabytes(QDir::tempPath());
    facts.diskFreeMb = home && temporary ? std::min(home, temporary) : (home ? home : temporary);
    auto session = ControlSession::open(local, Timeouts{});
    const Status read = session ? readPair(**session, facts) : Status(session.error());
    trouble = read ? std::nullopt : std::optional(read.error());
    return facts;
}

} // namespace causeway
