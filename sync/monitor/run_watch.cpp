// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/monitor/run_watch.h"

#include "sync/dialect/alert_sql.h"
#include "sync/dialect/monitor_sql.h"
#include "sync/dialect/session_sql.h"
#include "sync/monitor/sampler.h"
#include "sync/run/pair_lock.h"

#include <algorithm>

namespace causeway {
namespace {

constexpr int kNoSuchTable = 1146;

QString text(const Cells& row, std::size_t column)
{
    return QString::fromUtf8(row.at(column).value_or(QByteArray()));
}

QDateTime time(const Cells& row, std::size_t column)
{
    QDateTime read = QDateTime::fromString(text(row, column).left(23),
                                           QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    read.setTimeSpec(Qt::UTC);
    return read;
}

bool isDone(const WatchedRun& run, const QString& table)
{
    return std::any_of(run.tables.begin(), run.tables.end(), [&table](const WatchedTable& one) {
        return one.table == table && one.status;
    });
}

} // namespace

RunWatch::RunWatch(SideConfig local)
    : m_local(std::move(local))
{
}

Status RunWatch::connect()
{
    if (m_connection)
        return okStatus();
    ConnectionOptions options;
    options.timeouts = Sampler::kTimeouts;
    auto opened = Connection::open(m_local, Side::Local, options);
    CAUSEWAY_TRY(opened);
    m_connection.emplace(std::move(*opened));
    return okStatus();
}

Result<ResultSet> RunWatch::ask(const QByteArray& sql)
{
    CAUSEWAY_TRY(connect());
    auto answer = m_connection->query(sql);
    if (answer)
        return answer;
    Error error = answer.error();
    if (error.breaksConnection())
        m_connection.reset();
    if (error.serverCode == kNoSuchTable)
        error.code = ErrorCode::CfgNotInitialised;
    return error;
}

Result<RunWatch::Look> RunWatch::look()
{
    Look seen;
    CAUSEWAY_TRY(readProof(seen));
    CAUSEWAY_TRY(readRun(seen));
    return seen;
}

Status RunWatch::readProof(Look& seen)
{
    const auto proofs = ask(alertsql::proofs());
    CAUSEWAY_TRY(proofs);
    const Cells& row = proofs->rows.at(0);
    seen.proof.tables = text(row, 0).toInt();
    seen.proof.proved = text(row, 1).toInt();
    seen.proof.since = time(row, 2);
    return okStatus();
}

/// A run that stands in the log but does not hold the lock is over: its program is gone.
Status RunWatch::readRun(Look& seen)
{
    const auto row = ask(monitorsql::runningRun());
    CAUSEWAY_TRY(row);
    const auto holder = ask(sessionsql::lockHolder(pairLockName(m_local.database)));
    CAUSEWAY_TRY(holder);
    if (row->rows.empty() || !holder->rows.at(0).at(0)) {
        m_runId.clear();
        m_rows.clear();
        return okStatus();
    }
    const Cells& found = row->rows.front();
    WatchedRun run;
    run.runId = text(found, 0);
    run.trigger = text(found, 1);
    run.type = text(found, 2);
    run.direction = text(found, 3);
    run.startedAt = time(found, 4);
    run.seconds = text(found, 5).toDouble();
    run.tablesEnabled = seen.proof.tables;
    CAUSEWAY_TRY(readTables(run));
    CAUSEWAY_TRY(readWritten(run));
    CAUSEWAY_TRY(readTimeLeft(run));
    seen.run = std::move(run);
    return okStatus();
}

Status RunWatch::readTables(WatchedRun& run)
{
    const auto rows = ask(monitorsql::tablesOfRun(run.runId));
    CAUSEWAY_TRY(rows);
    for (const Cells& row : rows->rows) {
        WatchedTable table;
        table.table = text(row, 0);
        table.status = parseRunStatus(text(row, 1));
        table.rows = text(row, 2).toLongLong();
        const double seconds = text(row, 3).toDouble();
        if (seconds > 0 && table.rows > 0)
            table.rowsPerSecond = static_cast<double>(table.rows) / seconds;
        run.tables.push_back(std::move(table));
    }
    run.tablesDone = static_cast<int>(run.tables.size());
    return okStatus();
}

/// Rows of tables at work, from what is kept for an undo: a run that keeps nothing shows none.
Status RunWatch::readWritten(WatchedRun& run)
{
    const auto rows = ask(monitorsql::keptRowsOfRun(run.runId));
    if (!rows && rows.error().code == ErrorCode::CfgNotInitialised)
        return okStatus();
    CAUSEWAY_TRY(rows);
    const auto now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - m_at).count();
    const bool isSameRun = run.runId == m_runId && seconds > 0;
    QHash<QString, qint64> written;
    for (const Cells& row : rows->rows) {
        WatchedTable table;
        table.table = text(row, 0);
        table.rows = text(row, 1).toLongLong();
        written.insert(table.table, table.rows);
        if (isDone(run, table.table))
            continue;
        const qint64 more = table.rows - m_rows.value(table.table, 0);
        if (isSameRun && more >= 0)
            table.rowsPerSecond = static_cast<double>(more) / seconds;
        run.tables.push_back(std::move(table));
    }
    m_runId = run.runId;
    m_rows = std::move(written);
    m_at = now;
    return okStatus();
}

Status RunWatch::readTimeLeft(WatchedRun& run)
{
    const auto rows = ask(monitorsql::lastDurations());
    CAUSEWAY_TRY(rows);
    double all = 0;
    double left = 0;
    for (const Cells& row : rows->rows) {
        const double seconds = text(row, 1).toDouble();
        all += seconds;
        if (isDone(run, text(row, 0)))
            continue;
        if (!row.at(1))
            return okStatus(); // never synced: nobody can tell
        left += seconds;
    }
    if (run.seconds <= all)
        run.secondsLeft = left;
    return okStatus();
}

} // namespace causeway
