// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/pair_actions.h"

#include "sync/control/control_schema.h"
#include "sync/db/connection.h"
#include "sync/db/transaction.h"
#include "sync/dialect/fence_sql.h"
#include "sync/dialect/state_sql.h"
#include "sync/run/missing_tables.h"
#include "sync/schema/introspect.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <optional>

namespace causeway {
namespace {

using statesql::Peer;

QString text(const Cells& row, std::size_t index)
{
    return QString::fromUtf8(row[index].value_or(QByteArray()));
}

/// Both connections and everything that is decided before the first statement is executed.
struct Initialisation {
    Connection remote;
    Connection local;
    const Profile& profile;
    PairCatalogue catalogue;
    QStringList localControlTables; ///< that exist already
    InitReport report;

    [[nodiscard]] Connection& side(Side which) { return which == Side::Remote ? remote : local; }
};

Result<QStringList> names(Connection& connection, const QByteArray& sql)
{
    auto answer = connection.query(sql);
    CAUSEWAY_TRY(answer);
    QStringList result;
    for (const Cells& row : answer->rows)
        result += text(row, 0);
    return result;
}

Peer peerOf(const Connection& connection)
{
    return {connection.server().uuid, connection.config().database};
}

/// CFG_002 when both sides are one and the same database.
Status refuseSelfSync(const Connection& remote, const Connection& local)
{
    const bool folds = remote.server().lowerCaseTableNames != 0;
    const auto sensitivity = folds ? Qt::CaseInsensitive : Qt::CaseSensitive;
    const bool sameDatabase =
        remote.config().database.compare(local.config().database, sensitivity) == 0;
    if (!sameDatabase || remote.server().uuid != local.server().uuid)
        return okStatus();
    return makeError(
        ErrorCode::CfgInvalid, local.label(),
        QCoreApplication::translate("causeway::Initialise",
                                    "Both sides are the same database on the same server. Name two "
                                    "different databases."));
}

Result<Initialisation> open(const Profile& profile)
{
    auto remote = Connection::open(profile.remote, Side::Remote);
    CAUSEWAY_TRY(remote);
    auto local = Connection::open(profile.local, Side::Local);
    CAUSEWAY_TRY(local);
    CAUSEWAY_TRY(refuseSelfSync(*remote, *local));
    auto remoteTables = introspect(*remote);
    CAUSEWAY_TRY(remoteTables);
    auto localTables = introspect(*local);
    CAUSEWAY_TRY(localTables);
    PairCatalogue catalogue{std::move(*remoteTables), std::move(*localTables), remote->server(),
                            local->server()};
    return Initialisation{
        std::move(*remote), std::move(*local), profile, std::move(catalogue), {}, {}};
}

/// Statements for those control tables that @p side lacks.
Result<QStringList> planControlTables(Initialisation& work, Side side)
{
    auto existing = names(work.side(side), statesql::controlTables());
    CAUSEWAY_TRY(existing);
    const QStringList wanted = controlTableNames(side);
    const QList<QByteArray> statements = controlTableStatements(side);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!existing->contains(wanted[i], Qt::CaseInsensitive))
            work.report.statements.push_back({side, {}, QString::fromUtf8(statements[i])});
    }
    return existing;
}

/// The pair that the local state names, if any. SYNC_008 when it is a pair with another remote.
Result<QString> findPair(Initialisation& work)
{
    if (!work.localControlTables.contains(QLatin1String("db_sync_state"), Qt::CaseInsensitive))
        return QString();
    auto pairs = work.local.query(fencesql::allPairs());
    CAUSEWAY_TRY(pairs);
    for (const Cells& row : pairs->rows) {
        if (Peer{text(row, 2), text(row, 3)} == peerOf(work.remote))
            return text(row, 0);
    }
    if (pairs->rows.empty())
        return QString();
    return makeError(
        ErrorCode::SyncFenced, work.local.label(),
        QCoreApplication::translate(
            "causeway::Initialise",
            "Its control tables belong to a pair with database %1 on another server or under "
            "another name, not to %2. What was learnt about that pair must not be used for this "
            "one: take another local database, or remove the db_sync_ tables there first.")
            .arg(text(pairs->rows.front(), 3), work.remote.label()));
}

/// Tables that both sides have (or will have, in @p created) and that have no config row.
Result<QStringList> planConfigRows(Initialisation& work, const QStringList& created)
{
    QStringList configured;
    if (work.localControlTables.contains(QLatin1String("db_sync_config"), Qt::CaseInsensitive)) {
        auto rows = names(work.local, statesql::configuredTables());
        CAUSEWAY_TRY(rows);
        configured = std::move(*rows);
    }
    QStringList wanted = created;
    for (const auto& [name, table] : work.catalogue.remote) {
        if (work.catalogue.local.contains(name))
            wanted += name;
    }
    wanted.sort();
    wanted.removeIf([&configured](const QString& name) { return configured.contains(name); });
    return wanted;
}

QString statementList(const std::vector<InitStatement>& statements, std::size_t from,
                      std::size_t to)
{
    QStringList lines;
    for (std::size_t i = from; i < to; ++i)
        lines += statements[i].sql + QLatin1Char(';');
    return lines.join(QLatin1Char('\n'));
}

/// What failed, what is done and what is not, so that a person can go on from there.
Error failedAt(const Initialisation& work, std::size_t index, const Error& cause)
{
    const std::vector<InitStatement>& all = work.report.statements;
    Error error = cause;
    if (!all[index].table.isEmpty())
        error.what = all[index].table + QStringLiteral(" · ") + cause.what;
    const QString open = statementList(all, index, all.size());
    error.detail =
        cause.code == ErrorCode::SysPermission
            ? QCoreApplication::translate(
                  "causeway::Initialise",
                  "The account may not execute this. %1 of %2 statements are done; have the rest "
                  "executed by somebody who may, then initialise again:\n%3")
                  .arg(QString::number(index), QString::number(all.size()), open)
            : QCoreApplication::translate(
                  "causeway::Initialise",
                  "Statement %1 of %2 failed; those before it are done, these are not:\n%3")
                  .arg(QString::number(index + 1), QString::number(all.size()), open);
    return error;
}

Status executeStatements(Initialisation& work, const std::stop_token& stop)
{
    for (std::size_t i = 0; i < work.report.statements.size(); ++i) {
        const InitStatement& statement = work.report.statements[i];
        Connection& connection = work.side(statement.side);
        if (stop.stop_requested())
            return failedAt(work, i, makeError(ErrorCode::SyncInterrupted, connection.label()));
        if (auto done = connection.execute(statement.sql.toUtf8()); !done.ok())
            return failedAt(work, i, done.error());
    }
    return okStatus();
}

/// Writes into a control table, and notes it in the report.
Status record(Initialisation& work, Side side, const QByteArray& sql)
{
    CAUSEWAY_TRY(work.side(side).execute(sql));
    work.report.records.push_back({side, {}, QString::fromUtf8(sql)});
    return okStatus();
}

/// Both rows of db_sync_state, so far as they are missing. The local one is first: from then on the
/// pair has a name, and whatever happens before the second is made up for by the next try.
Status writePair(Initialisation& work, QString pairId)
{
    if (pairId.isEmpty()) {
        pairId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        CAUSEWAY_TRY(record(work, Side::Local, statesql::insertPair(pairId, peerOf(work.remote))));
    }
    auto pairs = work.remote.query(fencesql::allPairs());
    CAUSEWAY_TRY(pairs);
    const bool known = std::any_of(pairs->rows.cbegin(), pairs->rows.cend(),
                                   [&pairId](const Cells& row) { return text(row, 0) == pairId; });
    if (!known)
        CAUSEWAY_TRY(record(work, Side::Remote, statesql::insertPair(pairId, peerOf(work.local))));
    return okStatus();
}

Status writeConfigRows(Initialisation& work, bool enabled)
{
    if (work.report.configured.isEmpty())
        return okStatus();
    auto transaction = Transaction::begin(work.local);
    CAUSEWAY_TRY(transaction);
    const SyncDefaults& defaults = work.profile.defaults;
    for (const QString& table : work.report.configured)
        CAUSEWAY_TRY(
            record(work, Side::Local,
                   statesql::insertConfig(table, defaults.type, defaults.direction, enabled)));
    return transaction->commit();
}

/// Fills the report with everything there is to do. @return the pair's id, null when it has none
/// yet.
Result<QString> plan(Initialisation& work, const InitOptions& options)
{
    auto local = planControlTables(work, Side::Local);
    CAUSEWAY_TRY(local);
    work.localControlTables = std::move(*local);
    CAUSEWAY_TRY(planControlTables(work, Side::Remote));
    auto pairId = findPair(work);
    CAUSEWAY_TRY(pairId);
    MissingTables missing = planMissingTables(work.catalogue, options.createMissing);
    if (options.addConfigs) {
        auto configured = planConfigRows(work, missing.created);
        CAUSEWAY_TRY(configured);
        work.report.configured = std::move(*configured);
    }
    work.report.skippedTables = std::move(missing.skipped);
    std::move(missing.statements.begin(), missing.statements.end(),
              std::back_inserter(work.report.statements));
    return pairId;
}

bool isApproved(const InitOptions& options, const InitReport& report)
{
    return !options.approve || report.statements.empty() || options.approve(report.statements);
}

} // namespace

Result<InitReport> initialisePair(const Profile& profile, const InitOptions& options,
                                  std::stop_token stop)
{
    if (options.execute && profile.readOnly)
        return makeError(ErrorCode::CfgReadOnly, profile.name);
    auto work = open(profile);
    CAUSEWAY_TRY(work);
    auto pairId = plan(*work, options);
    CAUSEWAY_TRY(pairId);
    if (!options.execute)
        return std::move(work->report);
    if (!isApproved(options, work->report))
        return InitReport{};
    CAUSEWAY_TRY(executeStatements(*work, stop));
    CAUSEWAY_TRY(writePair(*work, *pairId));
    CAUSEWAY_TRY(writeConfigRows(*work, options.enableConfigs));
    return std::move(work->report);
}

} // namespace causeway
