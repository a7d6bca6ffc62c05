// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/batch_commit.h"
#include "sync/apply/batch_writer.h"
#include "sync/control/control_store.h"
#include "sync/control/run_log.h"
#include "sync/row/row_json.h"
#include "sync/run/pair_actions.h"
#include "sync/run/plan_tables.h"
#include "sync/run/preflight.h"
#include "sync/run/progress_reporter.h"
#include "sync/run/query_killer.h"
#include "sync/run/table_apply.h"
#include "sync/undo/undo_store.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>

namespace causeway {
namespace {

constexpr int kPage = 500;
constexpr qsizetype kNameLength = 200; ///< leaves room for the run's id

QString translated(const char* text)
{
    return QCoreApplication::translate("causeway::Undo", text);
}

/// Why nothing of the table is there to be put back; empty: it is.
QString reasonOf(UndoState state)
{
    switch (state) {
    case UndoState::Kept:
        return {};
    case UndoState::TooLarge:
        return translated(
            QT_TRANSLATE_NOOP("causeway::Undo", "the run wrote more rows than are kept"));
    case UndoState::Loaded:
        return translated(QT_TRANSLATE_NOOP(
            "causeway::Undo", "the table was empty and was loaded whole; empty it to undo that"));
    case UndoState::Keyless:
        return translated(QT_TRANSLATE_NOOP("causeway::Undo", "the table has no row key"));
    }
    Q_UNREACHABLE();
}

using Digest = std::optional<quint64>;
/// Entries of one table and one side, no key twice.
struct Group {
    QString table;
    Side side = Side::Local;
    std::vector<UndoEntry> entries;
    std::vector<KeyBytes> keys; ///< of the entries
};

/// In the order of the entries: what was written last is put back first.
std::vector<Group> groupsOf(std::vector<UndoEntry>&& entries)
{
    std::vector<Group> groups;
    KeySet keys;
    for (UndoEntry& entry : entries) {
        KeyBytes key = encodeKey(entry.key.cells);
        const bool fits = !groups.empty() && groups.back().table == entry.table &&
                          groups.back().side == entry.side && !keys.contains(key);
        if (!fits) {
            groups.push_back({entry.table, entry.side, {}, {}});
            keys.clear();
        }
        keys.insert(key);
        groups.back().keys.push_back(std::move(key));
        groups.back().entries.push_back(std::move(entry));
    }
    return groups;
}

FetchedRows rowsBefore(const TableShape& shape, const Group& group)
{
    FetchedRows rows;
    for (std::size_t i = 0; i < group.entries.size(); ++i) {
        const UndoEntry& entry = group.entries[i];
        if (entry.before)
            rows.emplace(group.keys[i],
                         FetchedRow{shape.cells(*entry.before), entry.beforeDigest.value_or(0)});
    }
    return rows;
}

/// What the ledger held before. The row that was overwritten is the base where it was agreed on.
AgreedBefore agreedBefore(const Group& group, bool keepBase)
{
    AgreedBefore agreed;
    for (std::size_t i = 0; i < group.entries.size(); ++i) {
        const UndoEntry& entry = group.entries[i];
        if (!entry.inLedger)
            continue;
        const Digest own = entry.side == Side::Remote ? entry.agreedRemote : entry.agreedLocal;
        LedgerEntry before{group.keys[i], entry.agreedRemote, entry.agreedLocal, {}};
        if (keepBase && entry.before && own == entry.beforeDigest)
            before.base = storeRow(*entry.before);
        agreed.emplace(group.keys[i], std::move(before));
    }
    return agreed;
}

/// Undoes one run on one session.
class Undoer {
public:
    Undoer(const RunContext& context, std::vector<TableJob>& jobs, bool dryRun)
        : m_context(context)
        , m_jobs(jobs)
        , m_dryRun(dryRun)
    {
    }

    /// Prepares for one table of the journal.
    void add(const UndoTable& table);
    /// Rows of cyclic tables may only be removed together with those that refer to them.
    void expectRemovals(const std::vector<UndoEntry>& entries);
    /// @p page: entries, the newest first. An error ends the undo.
    Status undo(std::vector<UndoEntry>&& page);
    std::vector<UndoneTable> results() const;

private:
    Status undoGroup(const Group& group);
    Result<std::vector<PlannedWrite>> select(TableJob& job, const Group& group);
    Status write(TableJob& job, const Group& group, const std::vector<PlannedWrite>& writes);
    void imagine(const Group& group, const std::vector<PlannedWrite>& writes);
    void leave(const Group& group, const KeyBytes& key, const QString& why);
    void take(const Group& group, const WriteOutcome& outcome);
    TableJob* jobOf(const QString& table);
    [[nodiscard]] ChangeCounts& countsOf(const Group& group);

    const RunContext& m_context;
    std::vector<TableJob>& m_jobs;
    bool m_dryRun;
    std::map<QString, UndoneTable> m_done;
    std::map<std::pair<QString, Side>, std::map<KeyBytes, Digest>> m_imagined; ///< by a dry run
    std::map<std::pair<QString, Side>, KeySet> m_left;
};

TableJob* Undoer::jobOf(const QString& table)
{
    const auto job = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const TableJob& candidate) {
        return candidate.config.table == table;
    });
    return job == m_jobs.end() ? nullptr : &*job;
}

void Undoer::add(const UndoTable& table)
{
    UndoneTable& done = m_done[table.table];
    done.table = table.table;
    const TableJob* job = jobOf(table.table);
    if (table.state != UndoState::Kept)
        done.error = makeError(ErrorCode::CfgNotKept, table.table, reasonOf(table.state));
    else if (!job)
        done.error = makeError(ErrorCode::CfgNoTable, table.table);
    else if (job->failed())
        done.error = job->outcome.error;
    else if (job->keyless || job->sql->shape().fingerprint() != table.fingerprint)
        done.error = makeError(ErrorCode::SyncStructure, table.table,
                               translated(QT_TRANSLATE_NOOP(
                                   "causeway::Undo", "its structure was changed after the run")));
}

void Undoer::expectRemovals(const std::vector<UndoEntry>& entries)
{
    for (const UndoEntry& entry : entries) {
        TableJob* job = jobOf(entry.table);
        if (job && job->cyclic && !entry.beforeDigest)
            job->deletesOn(entry.side).insert(encodeKey(entry.key.cells));
    }
}

Status Undoer::undo(std::vector<UndoEntry>&& page)
{
    for (const Group& group : groupsOf(std::move(page))) {
        if (m_context.stop.stop_requested())
            return makeError(ErrorCode::SyncInterrupted, group.table);
        UndoneTable& done = m_done[group.table];
        if (done.error)
            continue;
        const Status undone = undoGroup(group);
        if (undone)
            continue;
        const Error& error = undone.error();
        if (error.breaksConnection() || error.outcomeUnknown() || leavesLedgerUnsettled(error))
            return error;
        done.error = error;
    }
    return okStatus();
}

Status Undoer::undoGroup(const Group& group)
{
    TableJob& job = *jobOf(group.table);
    auto writes = select(job, group);
    CAUSEWAY_TRY(writes);
    if (writes->empty())
        return okStatus();
    if (!m_dryRun)
        return write(job, group, *writes);
    imagine(group, *writes);
    return okStatus();
}

/// Only rows that are still as the run left them.
Result<std::vector<PlannedWrite>> Undoer::select(TableJob& job, const Group& group)
{
    Connection& connection =
        m_dryRun ? m_context.session.reading(group.side) : m_context.session.writing(group.side);
    const TableSql& sql = job.sql->of(group.side);
    auto digests = readDigests(connection, sql, sql.digestsByKey(group.keys));
    CAUSEWAY_TRY(digests);
    const auto& imagined = m_imagined[{group.table, group.side}];
    std::vector<PlannedWrite> writes;
    for (std::size_t i = 0; i < group.entries.size(); ++i) {
        const KeyBytes& key = group.keys[i];
        const UndoEntry& entry = group.entries[i];
        Digest now;
        if (const auto found = digests->find(key); found != digests->end())
            now = found->second;
        if (const auto found = imagined.find(key); found != imagined.end())
            now = found->second;
        if (now == entry.beforeDigest || m_left[{group.table, group.side}].contains(key))
            continue;
        if (now != entry.afterDigest)
            leave(group, key, {});
        else if (entry.isLost())
            leave(group, key,
                  translated(
                      QT_TRANSLATE_NOOP("causeway::Undo", "its values were too large to be kept")));
        else
            writes.push_back({key, entry.beforeDigest, entry.afterDigest, std::nullopt});
    }
    return writes;
}

ChangeCounts& Undoer::countsOf(const Group& group)
{
    UndoneTable& done = m_done[group.table];
    return group.side == Side::Remote ? done.remote : done.local;
}

void Undoer::imagine(const Group& group, const std::vector<PlannedWrite>& writes)
{
    ChangeCounts& counts = countsOf(group);
    for (const PlannedWrite& write : writes) {
        const RowAction action = write.action();
        ++(action == RowAction::Insert   ? counts.inserted
           : action == RowAction::Update ? counts.updated
                                         : counts.deleted);
        m_imagined[{group.table, group.side}][write.key] = write.source;
    }
}

Status Undoer::write(TableJob& job, const Group& group, const std::vector<PlannedWrite>& writes)
{
    CAUSEWAY_TRY(preflightWrites(m_context, job, group.side));
    TableTarget target = makeTarget(m_context, job, group.side, m_jobs);
    const AgreedBefore agreed = agreedBefore(group, target.keepBase);
    target.restoring = &agreed;
    target.open = nullptr; // what waits for a person goes on waiting
    WriteOutcome outcome;
    const Status written =
        writeFetched(target, writes, rowsBefore(job.sql->shape(), group), outcome);
    take(group, outcome);
    return written;
}

void Undoer::take(const Group& group, const WriteOutcome& outcome)
{
    countsOf(group) += outcome.written;
    for (const PlannedWrite& write : outcome.moved)
        leave(group, write.key, {});
    for (const PlannedWrite& write : outcome.blocked)
        leave(group, write.key,
              translated(QT_TRANSLATE_NOOP("causeway::Undo", "rows of other tables refer to it")));
    for (const RefusedRow& row : outcome.refused)
        leave(group, row.write.key, row.error.message());
}

void Undoer::leave(const Group& group, const KeyBytes& key, const QString& why)
{
    if (!m_left[{group.table, group.side}].insert(key).second)
        return;
    UndoneTable& done = m_done[group.table];
    ++done.leftRows;
    if (done.left.size() < kListedLeftRows)
        done.left.push_back({group.side, jobOf(group.table)->sql->shape().keyImage(key), why});
}

std::vector<UndoneTable> Undoer::results() const
{
    std::vector<UndoneTable> tables;
    for (const auto& [name, table] : m_done)
        tables.push_back(table);
    return tables;
}

Status forEachPage(Connection& local, const QString& runId,
                   const std::function<Status(std::vector<UndoEntry>&&)>& work)
{
    quint64 below = kNewestUndo;
    for (;;) {
        auto page = readUndoEntries(local, runId, below, kPage);
        CAUSEWAY_TRY(page);
        if (page->empty())
            return okStatus();
        below = page->back().id;
        CAUSEWAY_TRY(work(std::move(*page)));
    }
}

/// Those of the journal that are still configured, to be planned.
Result<std::vector<TableJob>> planJobs(const RunContext& context, SyncRequest& request,
                                       const std::vector<UndoTable>& tables)
{
    auto store = ControlStore::open(request.profile.local);
    CAUSEWAY_TRY(store);
    auto configs = store->configs();
    CAUSEWAY_TRY(configs);
    for (const UndoTable& table : tables) {
        if (std::any_of(configs->begin(), configs->end(),
                        [&](const TableConfig& config) { return config.table == table.table; }))
            request.tables << table.table;
    }
    return request.tables.isEmpty() ? std::vector<TableJob>{} : planTables(context, *configs);
}

Status noteAll(Connection& local, const UndoReport& report, const QString& doneBy)
{
    for (const UndoneTable& table : report.tables) {
        if (!table.error)
            CAUSEWAY_TRY(noteUndone(local, report.runId, table.table, doneBy));
    }
    return okStatus();
}

/// As the log shows it: one row for the whole undo.
SyncReport logged(const UndoReport& report, const QString& doneBy)
{
    SyncReport entry;
    entry.runId = report.undoRunId;
    entry.logNote = u"undo of run " + report.runId + u" by " + doneBy;
    bool failed = false;
    for (const UndoneTable& table : report.tables) {
        TableOutcome outcome;
        outcome.table = table.table;
        outcome.remoteToLocal = table.local;
        outcome.localToRemote = table.remote;
        outcome.skipped = table.leftRows;
        outcome.error = table.error;
        failed = failed || table.error;
        entry.tables.push_back(std::move(outcome));
    }
    entry.status = failed || report.leftRows() > 0 ? RunStatus::Partial : RunStatus::Success;
    return entry;
}

Error nothingKept(const QString& runId)
{
    return makeError(ErrorCode::CfgNotKept, runId,
                     translated(QT_TRANSLATE_NOOP("causeway::Undo",
                                                  "no row that a run with this id wrote is kept")));
}

/// On an open session, its lock taken unless nothing is to be written.
Status undoOn(const RunContext& context, SyncRequest& request, const std::vector<UndoTable>& tables,
              UndoReport& report)
{
    Connection& local = context.session.writing(Side::Local);
    auto jobs = planJobs(context, request, tables);
    CAUSEWAY_TRY(jobs);
    Undoer undoer(context, *jobs, report.dryRun);
    for (const UndoTable& table : tables)
        undoer.add(table);
    CAUSEWAY_TRY(forEachPage(local, report.runId, [&](std::vector<UndoEntry>&& page) {
        undoer.expectRemovals(page);
        return okStatus();
    }));
    const Status undone = forEachPage(local, report.runId, [&](std::vector<UndoEntry>&& page) {
        return undoer.undo(std::move(page));
    });
    report.tables = undoer.results();
    return undone;
}

} // namespace

qint64 UndoReport::leftRows() const
{
    qint64 rows = 0;
    for (const UndoneTable& table : tables)
        rows += table.leftRows;
    return rows;
}

bool UndoReport::complete() const
{
    return std::none_of(tables.begin(), tables.end(),
                        [](const UndoneTable& table) { return table.error || table.leftRows > 0; });
}

Result<UndoReport> undoRun(const Profile& profile, const QString& runId, bool dryRun,
                           const QString& doneBy, std::stop_token stop)
{
    using Access = PairSession::Access;
    const auto begin = std::chrono::steady_clock::now();
    auto session = PairSession::open(profile, dryRun ? Access::Read : Access::Write);
    CAUSEWAY_TRY(session);
    CAUSEWAY_TRY(dryRun ? session->examine() : session->takeOver());
    Connection& local = session->writing(Side::Local);
    auto tables = readUndoTables(local, runId);
    CAUSEWAY_TRY(tables);
    if (runId.isEmpty() || tables->empty())
        return nothingKept(runId);
    const QString undoId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    UndoReport report{runId, dryRun ? QString() : undoId, dryRun, {}};
    SyncRequest request;
    request.profile = profile;
    request.dryRun = dryRun;
    ProgressMailbox mailbox;
    ProgressReporter progress(mailbox);
    UndoJournal journal(undoId, request.limits.undo);
    const RunContext context{request,  stop,   *session,
                             progress, undoId, doneBy.left(kNameLength) + u' ' + undoId,
                             &journal};
    const QueryKiller killer(*session, stop);
    if (dryRun) {
        CAUSEWAY_TRY(undoOn(context, request, *tables, report));
        return report;
    }
    RunLog log(local);
    CAUSEWAY_TRY(log.begin(undoId, request));
    const Status undone = undoOn(context, request, *tables, report);
    SyncReport entry = logged(report, doneBy);
    if (!undone) {
        entry.status = stop.stop_requested() ? RunStatus::Cancelled : RunStatus::Failed;
        entry.error = undone.error();
    }
    entry.duration = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begin);
    const Status noted = log.finish(entry);
    CAUSEWAY_TRY(undone);
    CAUSEWAY_TRY(noted);
    CAUSEWAY_TRY(noteAll(local, report, doneBy));
    return report;
}

Result<std::vector<UndoableRun>> undoableRuns(const SideConfig& side)
{
    auto local = Connection::open(side, Side::Local);
    CAUSEWAY_TRY(local);
    auto tables = readUndoTables(*local, {});
    CAUSEWAY_TRY(tables);
    auto counts = countUndoRows(*local);
    CAUSEWAY_TRY(counts);
    std::vector<UndoableRun> runs;
    for (auto table = tables->rbegin(); table != tables->rend(); ++table) {
        auto run = std::find_if(runs.begin(), runs.end(), [&](const UndoableRun& known) {
            return known.runId == table->runId;
        });
        if (run == runs.end()) {
            runs.push_back({table->runId, table->writtenAt, {}, {}, {}, {}, 0});
            run = std::prev(runs.end());
            const auto count = counts->find(table->runId);
            run->rows = count == counts->end() ? 0 : count->second;
        }
        if (table->state == UndoState::Kept)
            run->tables.prepend(table->table);
        else
            run->tablesNotKept.prepend(table->table + u": " + reasonOf(table->state));
        if (table->undoneAt.isValid()) {
            run->undoneAt = table->undoneAt;
            run->undoneBy = table->undoneBy;
        }
    }
    return runs;
}

} // namespace causeway
