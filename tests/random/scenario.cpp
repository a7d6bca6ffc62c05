// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/random/scenario.h"

#include "sync/control/control_store.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/random/mortal_run.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace causeway::test {
namespace {

Connection openUser(const TwoSidedFixture& pair, Side side)
{
    auto connection = Connection::open(pair.profile().side(side), side);
    require(connection ? okStatus() : Status(connection.error()), QStringLiteral("connecting"));
    (void)connection->execute("SET innodb_lock_wait_timeout=3");
    return std::move(*connection);
}

QString inWords(const RandomSchema& schema, const std::vector<TableSettings>& settings)
{
    QStringList words;
    for (std::size_t i = 0; i < settings.size(); ++i)
        words << QString::fromUtf8(schema[i].name) + u' ' + toText(settings[i].type) + u' ' +
                     toText(settings[i].direction) + u' ' + toText(settings[i].policy);
    return words.join(QStringLiteral("; "));
}

const TableOutcome* outcomeOf(const SyncReport& report, const QByteArray& table)
{
    const auto found =
        std::find_if(report.tables.begin(), report.tables.end(), [&](const TableOutcome& outcome) {
            return outcome.table == QString::fromUtf8(table);
        });
    return found == report.tables.end() ? nullptr : &*found;
}

QString inWords(const Error& error)
{
    return errorCodeText(error.code) + u' ' + error.message() + u' ' + error.serverMessage;
}

/// Works for as long as a run goes, spread over its steps: often one transaction, then nothing
/// until the run has got on.
void workAlong(User& user, const ProgressMailbox& run, const std::atomic<bool>& ended, Dice pace)
{
    for (int left = pace.between(5, 40); left > 0 && !ended; --left) {
        const auto seen = run.latest();
        (void)user.transaction();
        const bool waits = pace.percent(60);
        while (waits && !ended && run.latest() == seen)
            user.lookAround();
    }
}

bool isGuard(const TableOutcome& outcome)
{
    return outcome.error && outcome.error->code == ErrorCode::SyncGuard;
}

} // namespace

bool Scenario::RunFacts::complete(const QByteArray& table) const
{
    const TableOutcome* outcome = outcomeOf(report, table);
    return !cut && !report.error && outcome && !outcome->error;
}

Scenario::Scenario(quint64 seed, PairKind pair)
    : m_seed(seed)
    , m_dice(seed)
    , m_schema(randomSchema(m_dice))
    , m_pair(pair)
    , m_settings(m_schema.size())
    , m_agreed(m_schema.size())
    , m_doubtful(m_schema.size(), false)
    , m_firstAgreed(m_schema.size())
{
    m_limits.batchRows = m_dice.between(1, 4);
    m_limits.bulkChunkRows = 7;
}

void Scenario::complain(const QString& sentence)
{
    m_result.violations << sentence;
    tell(QStringLiteral("VIOLATION ") + sentence);
}

ScenarioResult Scenario::run()
{
    prepare();
    for (int i = m_dice.between(3, 6); i > 0 && m_result.violations.isEmpty(); --i)
        round();
    if (m_result.violations.isEmpty())
        quiesce();
    m_result.operations = static_cast<qint64>(m_journal.size());
    return std::move(m_result);
}

void Scenario::prepare()
{
    for (const RandomTable& table : m_schema) {
        const QByteArray statement = table.createStatement(m_schema);
        tell(QString::fromUtf8(statement));
        m_pair.runBoth(statement);
    }
    for (const Side side : {Side::Remote, Side::Local})
        m_users[side == Side::Remote ? 0 : 1] =
            std::make_unique<User>(openUser(m_pair, side), m_schema, m_journal, m_dice.split());
    fill();
    const auto initialised = initialisePair(m_pair.profile(), {}, {});
    require(initialised ? okStatus() : Status(initialised.error()), QStringLiteral("init"));
}

/// Some rows that both sides have alike before the first run; the users add what differs.
void Scenario::fill()
{
    for (std::size_t table = 0; table < m_schema.size(); ++table)
        fillTable(table);
}

void Scenario::fillTable(std::size_t index)
{
    const RandomTable& table = m_schema[index];
    const int share = m_dice.pick({0, 30, 80});
    for (int key = 0; key < table.domain; ++key) {
        if (!m_dice.percent(share))
            continue;
        QByteArrayList values = table.keyLiterals(key);
        values << "'I" + QByteArray::number(key) + ".'";
        for (std::size_t i = table.token() + 1; i < table.columns.size(); ++i)
            values << (table.isForeignKey(i) ? QByteArray("NULL")
                       : table.unique == i   ? QByteArray::number(key + 40)
                                             : table.columns[i].randomLiteral(m_dice));
        m_pair.runBoth("INSERT INTO `" + table.name + "` VALUES (" + values.join(',') + ')');
    }
    const TableRows remote = readTable(m_pair.on(Side::Remote), table);
    if (remote != readTable(m_pair.on(Side::Local), table))
        qFatal("the two servers do not store the same values alike");
    for (const auto& [row, cells] : remote) {
        const QByteArray token =
            QByteArray::fromHex(cells.at(static_cast<qsizetype>(table.token())));
        m_journal.add({{Side::Remote, index, row, {std::nullopt}, token, cells, 0},
                       {Side::Local, index, row, {std::nullopt}, token, cells, 0}});
    }
}

void Scenario::usersWork(int most)
{
    for (const auto& user : m_users) {
        for (int i = m_dice.below(most + 1); i > 0; --i)
            (void)user->transaction();
    }
}

void Scenario::chooseSettings()
{
    const bool alike = m_dice.percent(60);
    for (TableSettings& table : m_settings) {
        if (alike && &table != &m_settings.front()) {
            table = m_settings.front();
            continue;
        }
        table.type = m_dice.percent(30) ? SyncType::Full : SyncType::Incremental;
        table.direction = m_dice.pick({Direction::Both, Direction::Both, Direction::Both,
                                       Direction::RemoteToLocal, Direction::LocalToRemote});
        table.policy =
            m_dice.pick({Policy::RemoteWins, Policy::LocalWins, Policy::Skip, Policy::Manual});
    }
    m_allowMassDelete = m_dice.percent(85);
}

void Scenario::round()
{
    usersWork(8);
    chooseSettings();
    const Disturbance disturbance = Disturbance::random(m_dice, 35);
    const bool busy = m_dice.percent(40);
    if (busy)
        busyRun(disturbance);
    else
        quietRun(disturbance);
    if (m_dice.percent(25))
        decideConflicts();
}

SyncRequest Scenario::request()
{
    auto store = ControlStore::open(m_pair.profile().local);
    require(store ? okStatus() : Status(store.error()),
            QStringLiteral("opening the control store"));
    auto configs = store->configs();
    require(configs ? okStatus() : Status(configs.error()),
            QStringLiteral("reading the configuration"));
    for (TableConfig& config : *configs) {
        for (std::size_t i = 0; i < m_schema.size(); ++i) {
            if (QString::fromUtf8(m_schema[i].name) != config.table)
                continue;
            config.type = m_settings[i].type;
            config.direction = m_settings[i].direction;
            config.policy = m_settings[i].policy;
            config.priority = m_dice.between(1, 99);
        }
    }
    require(store->saveConfigs(*configs), QStringLiteral("saving the configuration"));
    SyncRequest request;
    request.profile = m_pair.profile();
    request.limits = m_limits;
    request.allowMassDelete = m_allowMassDelete;
    return request;
}

Scenario::RunFacts Scenario::sync(const Disturbance& disturbance, bool usersToo)
{
    tell(QStringLiteral("run %1 [%2]%3, disturbance: %4 after %5 batches%6")
             .arg(++m_result.runs)
             .arg(inWords(m_schema, m_settings),
                  usersToo ? QStringLiteral(" while users work") : QString(),
                  QString::fromUtf8(disturbance.name()))
             .arg(disturbance.afterBatches)
             .arg(disturbance.whilePending ? QStringLiteral(", while some are pending")
                                           : QString()));
    const SyncRequest wanted = request();
    RunFacts facts;
    ProgressMailbox mailbox;
    std::atomic<bool> ended{false};
    std::vector<std::thread> threads;
    if (usersToo) {
        for (const auto& user : m_users)
            threads.emplace_back([&user, &mailbox, &ended, pace = m_dice.split()] {
                workAlong(*user, mailbox, ended, pace);
            });
    }
    {
        std::optional<MortalRun> child;
        if (disturbance.kind == Disturbance::Kind::KillProcess)
            child.emplace(wanted);
        const Interruption interruption(m_pair, disturbance, {m_users[0]->threadId()},
                                        {m_users[1]->threadId()});
        if (child) {
            child->wait(interruption.token());
            facts.report.status = RunStatus::Cancelled; // nobody knows: it tells no report
        } else {
            facts.report = runSync(wanted, interruption.token(), mailbox);
        }
        ended = true;
        facts.cut = child || interruption.struck();
    }
    for (std::thread& thread : threads)
        thread.join();
    remember(facts);
    tell(QStringLiteral("  %1%2").arg(toText(facts.report.status),
                                      facts.cut ? QStringLiteral(" (cut)") : QString()));
    checkReport(facts, usersToo);
    return facts;
}

void Scenario::remember(const RunFacts& facts)
{
    for (std::size_t i = 0; i < m_settings.size(); ++i) {
        if (!m_firstAgreed[i] && facts.complete(m_schema[i].name))
            m_firstAgreed[i] = m_journal.size();
        if (m_settings[i].type == SyncType::Full && m_settings[i].direction != Direction::Both)
            m_mirrors.push_back(
                {i,
                 m_settings[i].direction == Direction::RemoteToLocal ? Side::Local : Side::Remote,
                 m_journal.size()});
    }
}

/// Without a disturbance nothing may fail but by a guard.
void Scenario::checkReport(const RunFacts& facts, bool usersToo)
{
    if (facts.report.error)
        tell(QStringLiteral("  ") + inWords(*facts.report.error));
    if (!facts.cut && facts.report.error)
        complain(QStringLiteral("a run failed: ") + inWords(*facts.report.error));
    for (const TableOutcome& table : facts.report.tables) {
        if (!table.error || facts.cut)
            continue;
        tell(QStringLiteral("  %1: %2").arg(table.table, inWords(*table.error)));
        if (!isGuard(table))
            complain(QStringLiteral("%1 failed%2: %3")
                         .arg(table.table,
                              usersToo ? QStringLiteral(" while users worked") : QString(),
                              inWords(*table.error)));
    }
}

void Scenario::busyRun(const Disturbance& disturbance)
{
    (void)sync(disturbance, true);
    for (std::size_t table = 0; table < m_schema.size(); ++table) {
        m_agreed[table].clear();
        m_doubtful[table] = true;
    }
}

void Scenario::quietRun(const Disturbance& disturbance)
{
    std::optional<SyncReport> dry;
    if (disturbance.kind == Disturbance::Kind::None && m_dice.percent(20)) {
        SyncRequest wanted = request();
        wanted.dryRun = true;
        ProgressMailbox mailbox;
        const auto remote = m_pair.checksums(Side::Remote);
        const auto local = m_pair.checksums(Side::Local);
        dry = runSync(wanted, {}, mailbox);
        if (remote != m_pair.checksums(Side::Remote) || local != m_pair.checksums(Side::Local))
            complain(QStringLiteral("a dry run wrote"));
    }
    const PairState before = readPair(m_pair, m_schema);
    const RunFacts facts = sync(disturbance, false);
    const PairState after = readPair(m_pair, m_schema);
    compareRun(before, after, facts);
    if (dry)
        compareDryRun(*dry, facts.report);
}

void Scenario::decideConflicts()
{
    std::vector<ConflictRow> open;
    for (const ConflictRow& row : recordedConflicts(m_pair)) {
        if (row.state == ConflictState::Open && m_dice.percent(60))
            open.push_back(row);
    }
    if (open.empty())
        return;
    const PairState before = readPair(m_pair, m_schema);
    std::vector<ConflictDecision> decisions;
    for (const ConflictRow& row : open) {
        ConflictDecision decision;
        decision.conflictId = row.id;
        decision.use = m_dice.pick({Settlement::Remote, Settlement::Local, Settlement::Merged});
        if (decision.use == Settlement::Merged)
            decision.merged = {{QStringLiteral("tok")}, {"M" + QByteArray::number(row.id) + '.'}};
        decisions.push_back(decision);
    }
    tell(QStringLiteral("a person decides %1 conflicts").arg(decisions.size()));
    const auto done = resolveConflicts(m_pair.profile(), decisions, QStringLiteral("person"), {});
    if (!done)
        return complain(QStringLiteral("deciding failed: ") + inWords(done.error()));
    for (const DecisionOutcome& outcome : *done)
        tell(QStringLiteral("  conflict %1: %2")
                 .arg(outcome.conflictId)
                 .arg(outcome.error ? inWords(*outcome.error) : QStringLiteral("applied")));
    afterDecisions(open, before);
}

/// A merge writes a version of its own. What was decided and is equal now is agreed on.
void Scenario::afterDecisions(const std::vector<ConflictRow>& open, const PairState& before)
{
    const PairState after = readPair(m_pair, m_schema);
    for (const ConflictRow& row : open) {
        const auto kept = keptConflict(m_schema, row);
        if (!kept)
            continue;
        const auto remote = after.row(Side::Remote, kept->table, kept->row);
        const auto local = after.row(Side::Local, kept->table, kept->row);
        const bool touched = remote != before.row(Side::Remote, kept->table, kept->row) ||
                             local != before.row(Side::Local, kept->table, kept->row);
        if (touched && remote == local)
            m_agreed[kept->table][kept->row] =
                remote ? Agreed{true, false, remote, local} : Agreed{};
        else
            m_agreed[kept->table][kept->row].uncertain = true;
        const QByteArray token = "M" + QByteArray::number(row.id) + '.';
        const auto at = static_cast<qsizetype>(m_schema[kept->table].token());
        if (local && QByteArray::fromHex(local->at(at)) == token)
            m_journal.add(
                {{Side::Local, kept->table, kept->row, {kept->remote, kept->local}, token, {}, 0}});
    }
}

void Scenario::quiesce()
{
    const Policy last =
        m_dice.pick({Policy::RemoteWins, Policy::LocalWins, Policy::Skip, Policy::Manual});
    m_settings.assign(m_schema.size(), {SyncType::Incremental, Direction::Both, last});
    m_allowMassDelete = true;
    quietRun({});
    quietRun({});
    if (m_result.violations.isEmpty())
        judge();
    if (m_result.violations.isEmpty())
        expectSilence();
}

void Scenario::judge()
{
    const PairState state = readPair(m_pair, m_schema);
    for (const QString& line : unexplainedDifferences(state, m_schema))
        complain(line);
    History history{m_schema,     m_journal.writes(), m_mirrors, state.conflicts,
                    state.remote, state.local,        {}};
    for (const auto& first : m_firstAgreed)
        history.firstAgreed.push_back(first.value_or(m_journal.size()));
    for (const QString& line : violationsOf(history))
        complain(line);
}

/// Nothing new: nothing is written, but the local log of the run.
void Scenario::expectSilence()
{
    const bool refused = readPair(m_pair, m_schema).anyRefused();
    const SyncRequest wanted = request();
    const auto remote = m_pair.checksums(Side::Remote);
    auto local = m_pair.checksums(Side::Local);
    m_pair.startCounting();
    ProgressMailbox mailbox;
    const SyncReport report = runSync(wanted, {}, mailbox);
    ++m_result.runs;
    const qint64 written = m_pair.writes(Side::Remote).total();
    if (!refused && written > 0)
        complain(QStringLiteral("a run without news wrote %1 times on remote").arg(written));
    auto now = m_pair.checksums(Side::Local);
    for (const char16_t* own : {u"db_sync_log", u"db_sync_config", u"db_sync_state"}) {
        local.remove(QString::fromUtf16(own));
        now.remove(QString::fromUtf16(own));
    }
    for (auto table = now.cbegin(); table != now.cend(); ++table) {
        if (local.value(table.key()) != table.value())
            complain(QStringLiteral("a run without news changed the local ") + table.key());
    }
    auto remoteNow = m_pair.checksums(Side::Remote);
    if (!refused && remote != remoteNow)
        complain(QStringLiteral("a run without news changed remote tables"));
    if (report.remoteToLocal().total() + report.localToRemote().total() > 0)
        complain(QStringLiteral("a run without news reports writes"));
}

} // namespace causeway::test
