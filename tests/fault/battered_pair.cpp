// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/battered_pair.h"

#include "sync/control/control_store.h"
#include "sync/core/progress.h"
#include "sync/run/sync_engine.h"

#include <QDeadlineTimer>
#include <QTest>

namespace causeway::test {
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr const char* kInterrupted = "status = 'FAILED' AND error_code = 'SYNC_005'";

QByteArray told(const SyncReport& report)
{
    QStringList parts{toText(report.status)};
    if (report.error)
        parts << errorCodeText(report.error->code) << report.error->message();
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            parts << table.table << errorCodeText(table.error->code) << table.error->message();
    }
    return (parts + report.warnings).join(u' ').toUtf8();
}

bool isBusy(const SyncReport& report)
{
    return report.error && report.error->code == ErrorCode::SyncBusy;
}

} // namespace

BatteredPair::BatteredPair(PairKind kind, quint32 seed)
    : m_pair(kind)
    , m_profile(m_pair.profile())
    , m_random(seed)
    , m_workload(m_pair, m_random)
{
    m_workload.createTables();
    const auto made = initialisePair(m_pair.profile(), {}, {});
    require(made ? okStatus() : Status(made.error()), QStringLiteral("initialising a pair"));
    const SyncReport first = run(Policy::Manual);
    if (first.status != RunStatus::Success)
        qFatal("the first run: %s", told(first).constData());
}

Contents BatteredPair::look()
{
    return readContents(m_pair, m_workload.tables());
}

qint64 BatteredPair::logged(const QByteArray& condition)
{
    return m_pair
        .value(Side::Local,
               "SELECT COUNT(*) FROM db_sync_log WHERE table_name IS NULL AND " + condition)
        .toLongLong();
}

void BatteredPair::usersWrite(std::optional<Side> bulkInto)
{
    const QByteArray last =
        m_pair.value(Side::Local, "SELECT COALESCE(MAX(id), 0) FROM db_sync_conflict");
    const Contents agreed = look();
    m_oracle.begin(agreed, last.toLongLong());
    if (bulkInto)
        m_workload.addBulkTable(otherSide(*bulkInto));
    m_workload.write(agreed);
    m_oracle.usersWrote(look());
}

void BatteredPair::usersWriteMore()
{
    m_workload.writeMore(m_oracle);
    m_oracle.usersWrote(look());
}

void BatteredPair::runEnded(Policy policy)
{
    m_oracle.runEnded(look(), policy);
}

void BatteredPair::resolvingEnded(const std::vector<ConflictRow>& conflicts, quint64 seed)
{
    const auto text = [](const std::optional<RowImage>& row) -> RowText {
        if (!row)
            return std::nullopt;
        QByteArrayList cells;
        for (const Cell& cell : row->cells)
            cells << cell.value_or("NULL");
        return cells.join('|');
    };
    std::map<RowId, RowText> decided;
    for (const ConflictRow& row : conflicts)
        decided[{row.table, *text(row.key)}] = text(decidedRow(row, seed));
    m_oracle.actionEnded(look(), [&](const RowId& id, const RowPair& before) {
        const auto found = decided.find(id);
        if (found == decided.end())
            return std::vector<RowPair>{};
        // A merged row is the local one first.
        return std::vector<RowPair>{{found->second, found->second}, {before.remote, found->second}};
    });
}

SyncReport BatteredPair::run(Policy policy, std::stop_token stop)
{
    ProgressMailbox mailbox;
    SyncRequest request = requestUnderFire(m_profile, policy);
    request.limits.timeouts = m_timeouts.value_or(request.limits.timeouts);
    return runSync(request, std::move(stop), mailbox);
}

void BatteredPair::recover(Policy policy)
{
    const qint64 dead = logged(kInterrupted) + logged("status = 'RUNNING'");
    const QDeadlineTimer deadline(kPatience);
    SyncReport report = run(policy);
    while (isBusy(report) && !deadline.hasExpired())
        report = run(policy); // the server has not noticed yet that its client is dead
    if (report.status != RunStatus::Success)
        complain("the next run: " + told(report));
    m_oracle.runSucceeded(look(), policy);
    checkRecords(policy);
    if (logged("status = 'RUNNING'") != 0)
        complain("a dead run is still RUNNING in the log");
    if (logged(kInterrupted) != dead)
        complain("interrupted runs in the log: " + QByteArray::number(logged(kInterrupted)) +
                 ", not " + QByteArray::number(dead));
    checkLedgers();
    proveNothingToDo(policy);
    checkNothingOpen();
}

void BatteredPair::checkRecords(Policy policy)
{
    auto store = ControlStore::open(m_pair.profile().local);
    require(store ? okStatus() : Status(store.error()), QStringLiteral("reading conflicts"));
    ConflictFilter all;
    all.limit = 100'000;
    auto conflicts = store->conflicts(all);
    require(conflicts ? okStatus() : Status(conflicts.error()),
            QStringLiteral("reading conflicts"));
    m_oracle.conflictsFound(*conflicts, policy);
}

std::vector<ConflictRow> BatteredPair::openConflicts()
{
    auto store = ControlStore::open(m_pair.profile().local);
    require(store ? okStatus() : Status(store.error()), QStringLiteral("reading conflicts"));
    ConflictFilter open;
    open.state = ConflictState::Open;
    auto conflicts = store->conflicts(open);
    require(conflicts ? okStatus() : Status(conflicts.error()),
            QStringLiteral("reading conflicts"));
    return std::move(*conflicts);
}

void BatteredPair::checkLedgers()
{
    const QByteArray marked = m_pair.value(
        Side::Local, "SELECT COUNT(*) FROM db_sync_ledger WHERE pending_epoch IS NOT NULL");
    if (marked != "0")
        complain("a ledger is still marked as pending");
    for (const QString& table : m_pair.tables(Side::Local, true)) {
        if (!table.startsWith(u"db_sync_ledger_"))
            continue;
        const QByteArray entries =
            m_pair.value(Side::Local, "SELECT COUNT(*) FROM " + table.toUtf8() +
                                          " WHERE causeway_pending_epoch IS NOT NULL");
        if (entries != "0")
            complain(entries + " pending entries in " + table.toUtf8());
    }
}

/// No connection of a run is left, so no transaction and no lock. (InnoDB's own list of
/// transactions is a copy that frequent readers keep from being renewed.)
void BatteredPair::checkNothingOpen()
{
    const auto others = [this](Side side) {
        return m_pair.rows(
            side, "SELECT id, db, command, state, info FROM information_schema.processlist "
                  "WHERE db = DATABASE() AND id <> CONNECTION_ID()");
    };
    for (const Side side : {Side::Remote, Side::Local}) {
        const QDeadlineTimer deadline(kPatience);
        while (!others(side).isEmpty() && !deadline.hasExpired()) {
            // a server takes its time to notice that its client is dead
        }
        for (const QByteArray& connection : others(side))
            complain("left on " + toText(side).toLatin1() + ": " + connection);
    }
}

/// What a run writes in any case: its row in the log, one per table, and when each was synced.
void BatteredPair::proveNothingToDo(Policy policy)
{
    const Contents before = look();
    m_pair.startCounting();
    const SyncReport report = run(policy);
    const qint64 tables = static_cast<qint64>(report.tables.size());
    const StatementCounts remote = m_pair.writes(Side::Remote);
    const StatementCounts local = m_pair.writes(Side::Local);
    const StatementCounts usual{{{"insert", tables + 1}, {"update", tables + 2}}};
    if (report.status != RunStatus::Success || report.remoteToLocal().total() != 0 ||
        report.localToRemote().total() != 0 || look() != before)
        complain("the run after it was not idle: " + told(report));
    if (remote.total() != 0)
        complain("the run after it wrote to the remote side");
    if (local != usual) {
        for (auto it = local.counts.begin(); it != local.counts.end(); ++it)
            complain("the run after it: " + it.key() + ' ' + QByteArray::number(it.value()));
    }
}

void BatteredPair::settle()
{
    for (int round = 0; round < 3; ++round) {
        const auto open = openConflicts();
        if (open.empty())
            break;
        const quint64 seed = m_random.generate();
        std::vector<ConflictDecision> decisions;
        for (const ConflictRow& conflict : open)
            decisions.push_back(decisionOn(conflict, seed));
        auto outcomes = resolveConflicts(m_pair.profile(), decisions, QStringLiteral("test"), {});
        if (!outcomes)
            complain("deciding conflicts: " + outcomes.error().message().toUtf8());
        resolvingEnded(open, seed);
        checkRecords(Policy::Manual);
    }
    for (const auto& [id, rows] : look()) {
        if (!rows.agree())
            complain(printed(id) + " differs in the end: " + printed(rows));
    }
}

void BatteredPair::cleanUp()
{
    m_workload.dropBulkTable();
}

QByteArrayList BatteredPair::violations() const
{
    return m_violations + m_oracle.violations();
}

} // namespace causeway::test
