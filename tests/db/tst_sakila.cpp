// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_store.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/sakila.h"

#include <QTest>

#include <memory>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kSakilaTables = 16;

QByteArrayList lines(const char* text)
{
    return QByteArray(text).split(' ');
}

QString describe(const SyncReport& report)
{
    QString text = toText(report.status);
    if (report.error)
        text += u" · " + report.error->message();
    for (const TableOutcome& table : report.tables) {
        text += u'\n' + table.table + u' ' + toText(table.status);
        if (table.error)
            text += u" · " + table.error->message();
    }
    return text;
}

const TableOutcome* outcomeOf(const SyncReport& report, const char* name)
{
    for (const TableOutcome& table : report.tables) {
        if (table.table == QLatin1String(name))
            return &table;
    }
    return nullptr;
}

// The counts of every table that did anything, "film +1 ~2 -3 / +0 ~0 -0": to local / to remote.
QStringList written(const SyncReport& report)
{
    const auto counts = [](const ChangeCounts& count) {
        return QStringLiteral("+%1 ~%2 -%3")
            .arg(count.inserted)
            .arg(count.updated)
            .arg(count.deleted);
    };
    QStringList list;
    for (const TableOutcome& table : report.tables) {
        if (table.remoteToLocal.total() + table.localToRemote.total() > 0)
            list << table.table + u' ' + counts(table.remoteToLocal) + u" / " +
                        counts(table.localToRemote);
    }
    list.sort();
    return list;
}

QByteArray literal(const QByteArray& value)
{
    return "x'" + value.toHex() + '\'';
}

// Finds exactly the rows that hold what @p row says, column by column, byte by byte.
QByteArray countOf(const QString& table, const RowImage& row)
{
    QByteArrayList conditions;
    for (qsizetype i = 0; i < row.columns.size(); ++i) {
        const QByteArray column = '`' + row.columns.at(i).toUtf8() + '`';
        const Cell& cell = row.cells[static_cast<std::size_t>(i)];
        if (!cell)
            conditions << column + " IS NULL";
        else if (row.columns.at(i) == QLatin1String("picture"))
            conditions << column + '=' + literal(*cell);
        else if (row.columns.at(i) != QLatin1String("location")) // geometry: compared elsewhere
            conditions << "CAST(CONVERT(" + column + " USING utf8mb4) AS BINARY)=" + literal(*cell);
    }
    return "SELECT COUNT(*) FROM `" + table.toUtf8() + "` WHERE " + conditions.join(" AND ");
}

ConflictDecision decision(const ConflictRow& row, Settlement use)
{
    ConflictDecision made;
    made.conflictId = row.id;
    made.use = use;
    made.seenAt = row.updatedAt;
    return made;
}

} // namespace

// A real database, end to end: one pair of databases that the cases change one after the
// other.
class TestSakila final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_fixture.reset(); }

    void missingTablesAreMade();
    void fullSyncFillsTheEmptySide();
    void secondRunWritesNothing();
    void dryRunChangesNothingAndTellsTheNextRun();
    void editsOnBothSidesMeet();
    void deletedOnOneSideIsGoneOnBoth();
    void deletedAgainstEditedWaits();
    void policies_data();
    void policies();
    void manualConflictIsRefreshedAndLeftAlone();
    void refusedMergeChangesNothing();
    void decisionsAreApplied();
    void rowsThatATriggerWritesConverge();
    void rowThatATriggerChangesIsSetAside();
    void everythingIsInStepAtTheEnd();

private:
    SyncReport sync(SyncType type, Direction direction, std::optional<Policy> policy = {},
                    bool dryRun = false);
    SyncReport sync() { return sync(SyncType::Incremental, Direction::Both); }
    [[nodiscard]] std::vector<ConflictRow> openConflicts(const char* table = "");
    [[nodiscard]] CompareReport compare(const QStringList& tables = {});
    [[nodiscard]] QByteArray value(Side side, const QByteArray& sql)
    {
        return m_fixture->value(side, sql);
    }
    void runEdits();
    void verifyEqual(const char* table);
    void verifyNothingWritten();

    std::unique_ptr<TwoSidedFixture> m_fixture;
};

void TestSakila::initTestCase()
{
    m_fixture = std::make_unique<TwoSidedFixture>(serverPairs().first());
    loadSakila(*m_fixture, Side::Remote);
}

SyncReport TestSakila::sync(SyncType type, Direction direction, std::optional<Policy> policy,
                            bool dryRun)
{
    SyncRequest request;
    request.profile = m_fixture->profile();
    request.type = type;
    request.direction = direction;
    request.policy = policy;
    request.dryRun = dryRun;
    request.trigger = TriggerSource::Cli;
    ProgressMailbox progress;
    return runSync(request, std::stop_token(), progress);
}

std::vector<ConflictRow> TestSakila::openConflicts(const char* table)
{
    Result<ControlStore> store = ControlStore::open(m_fixture->profile().local);
    require(store.ok() ? okStatus() : Status(store.error()), QStringLiteral("opening the store"));
    ConflictFilter filter;
    filter.state = ConflictState::Open;
    filter.table = QLatin1String(table);
    Result<std::vector<ConflictRow>> rows = store->conflicts(filter);
    require(rows.ok() ? okStatus() : Status(rows.error()), QStringLiteral("reading conflicts"));
    std::sort(rows->begin(), rows->end(), [](const ConflictRow& left, const ConflictRow& right) {
        return left.key.cells < right.key.cells;
    });
    return std::move(rows).value();
}

CompareReport TestSakila::compare(const QStringList& tables)
{
    Result<CompareReport> report = comparePair(m_fixture->profile(), tables, std::stop_token());
    require(report.ok() ? okStatus() : Status(report.error()), QStringLiteral("comparing"));
    return std::move(report).value();
}

void TestSakila::verifyEqual(const char* table)
{
    const QByteArrayList remote = m_fixture->dump(Side::Remote, QLatin1String(table));
    const QByteArrayList local = m_fixture->dump(Side::Local, QLatin1String(table));
    QCOMPARE(local.size(), remote.size());
    for (qsizetype i = 0; i < remote.size(); ++i)
        QCOMPARE(local.at(i), remote.at(i));
}

// One more run: no statement writes to the remote side, and on the local side only the log is.
void TestSakila::verifyNothingWritten()
{
    const auto remoteBefore = m_fixture->checksums(Side::Remote);
    m_fixture->startCounting();
    const SyncReport report = sync();
    const StatementCounts remote = m_fixture->writes(Side::Remote);
    const StatementCounts local = m_fixture->writes(Side::Local);
    QVERIFY2(!report.error, qPrintable(describe(report)));
    QCOMPARE(written(report), QStringList());
    QCOMPARE(remote.total(), 0);
    // The log: a row per table and one for the run; the end of the run, stale runs, last_sync_time.
    QCOMPARE(local.counts.value("insert"), kSakilaTables + 1);
    QVERIFY(local.counts.value("update") <= kSakilaTables + 2);
    QCOMPARE(local.total(), local.counts.value("insert") + local.counts.value("update"));
    QCOMPARE(m_fixture->checksums(Side::Remote), remoteBefore);
}

void TestSakila::missingTablesAreMade()
{
    const QByteArray remoteObjects =
        "SELECT (SELECT COUNT(*) FROM information_schema.views WHERE table_schema=DATABASE()) + "
        "(SELECT COUNT(*) FROM information_schema.triggers WHERE trigger_schema=DATABASE())";
    const QByteArray before = value(Side::Remote, remoteObjects);
    InitOptions options;
    options.createMissing = true;
    std::size_t shown = 0;
    options.approve = [&](const std::vector<InitStatement>& statements) {
        shown = statements.size();
        return true;
    };
    const Result<InitReport> report =
        initialisePair(m_fixture->profile(), options, std::stop_token());
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message()));
    QCOMPARE(report->configured.size(), kSakilaTables);
    QCOMPARE(report->skippedTables, QStringList());
    QVERIFY(shown >= static_cast<std::size_t>(kSakilaTables));
    QCOMPARE(m_fixture->tables(Side::Local), m_fixture->tables(Side::Remote));
    QCOMPARE(m_fixture->tables(Side::Local).size(), kSakilaTables);
    QCOMPARE(value(Side::Remote, remoteObjects), before);
    QCOMPARE(value(Side::Local, remoteObjects), QByteArray("0"));
}

void TestSakila::fullSyncFillsTheEmptySide()
{
    const auto before = m_fixture->checksums(Side::Remote);
    const SyncReport report = sync(SyncType::Full, Direction::RemoteToLocal);
    QVERIFY2(exitCodeFor(report) == 0, qPrintable(describe(report)));
    QCOMPARE(toText(report.status), QStringLiteral("SUCCESS"));
    QCOMPARE(report.tables.size(), std::size_t{kSakilaTables});
    QCOMPARE(outcomeOf(report, "rental")->remoteToLocal.inserted, 16044);
    const CompareReport compared = compare();
    QVERIFY(compared.equal);
    QCOMPARE(compared.tables.size(), std::size_t{kSakilaTables});
    for (const TableComparison& table : compared.tables)
        QVERIFY2(table.equal && table.remoteRows == table.localRows, qPrintable(table.table));
    const QByteArray places = "SELECT address_id, HEX(location) FROM address ORDER BY 1";
    QVERIFY(m_fixture->rows(Side::Remote, places).size() == 603);
    QCOMPARE(m_fixture->rows(Side::Local, places), m_fixture->rows(Side::Remote, places));
    for (const QString& table : m_fixture->tables(Side::Remote))
        verifyEqual(qPrintable(table));
    auto after = m_fixture->checksums(Side::Remote);
    after.remove(QStringLiteral("db_sync_state"));
    auto untouched = before;
    untouched.remove(QStringLiteral("db_sync_state"));
    QCOMPARE(after, untouched);
}

void TestSakila::secondRunWritesNothing()
{
    verifyNothingWritten();
}

// Inserts, updates and deletes in tables that hang together by foreign keys; no key on both sides.
void TestSakila::runEdits()
{
    m_fixture->run(Side::Remote, R"sql(
        INSERT INTO country (country_id, country) VALUES (200, 'Åland'), (201, 'Elbonia');
        UPDATE country SET country = 'Elbonia (north)' WHERE country_id = 10;
        INSERT INTO city (city_id, city, country_id) VALUES (700, 'Mariehamn', 200);
        INSERT INTO address (address_id, address, district, city_id, phone, location)
            VALUES (700, '1 Quay', 'Åland', 700, '12', ST_GeomFromText('POINT(19.93 60.1)'));
        UPDATE address SET location = ST_GeomFromText('POINT(1 2)'), address2 = '' WHERE address_id = 5;
        INSERT INTO actor (actor_id, first_name, last_name) VALUES (301, 'GRETA', 'GARBO');
        INSERT INTO film_actor (actor_id, film_id) VALUES (301, 1), (301, 2);
        DELETE FROM film_actor WHERE actor_id = 2 AND film_id > 500;
        UPDATE staff SET picture = NULL, password = 'new' WHERE staff_id = 1;
        DELETE FROM payment WHERE payment_id IN (16001, 16002, 16003);
    )sql");
    m_fixture->run(Side::Local, R"sql(
        INSERT INTO country (country_id, country) VALUES (210, '中国香港');
        INSERT INTO city (city_id, city, country_id) VALUES (710, '香港', 210);
        UPDATE city SET city = 'A Coruña (La Coruña)' WHERE city_id = 1;
        INSERT INTO actor (actor_id, first_name, last_name) VALUES (311, '梅艳芳', 'MUI');
        INSERT INTO film_actor (actor_id, film_id) VALUES (311, 3);
        DELETE FROM film_category WHERE film_id = 77;
        UPDATE film SET rental_rate = 9.99, special_features = 'Trailers,Deleted Scenes',
            rating = NULL WHERE film_id BETWEEN 20 AND 24;
        INSERT INTO category (category_id, name) VALUES (40, 'Wuxia 武侠');
        INSERT INTO film_category (film_id, category_id) VALUES (77, 40);
        DELETE FROM inventory WHERE inventory_id = 4581 AND NOT EXISTS
            (SELECT * FROM rental WHERE rental.inventory_id = 4581);
        UPDATE rental SET return_date = NULL WHERE rental_id IN (100, 101);
    )sql");
}

void TestSakila::dryRunChangesNothingAndTellsTheNextRun()
{
    runEdits();
    const auto remoteBefore = m_fixture->checksums(Side::Remote);
    const auto localBefore = m_fixture->checksums(Side::Local);
    const SyncReport plan = sync(SyncType::Incremental, Direction::Both, {}, true);
    QVERIFY2(!plan.error && plan.dryRun, qPrintable(describe(plan)));
    QCOMPARE(m_fixture->checksums(Side::Remote), remoteBefore);
    QCOMPARE(m_fixture->checksums(Side::Local), localBefore);
    for (const TableOutcome& table : plan.tables) {
        for (const PlannedChange& change : table.changes) {
            const auto found = [&](const std::optional<RowImage>& row) {
                return row ? value(change.target, countOf(table.table, *row)) : QByteArray("1");
            };
            QVERIFY2(found(change.before) == "1", qPrintable(table.table));
            if (!change.before)
                QCOMPARE(value(change.target, countOf(table.table, change.key)), QByteArray("0"));
        }
    }

    const SyncReport done = sync();
    QVERIFY2(exitCodeFor(done) == 0, qPrintable(describe(done)));
    QCOMPARE(written(done), written(plan));
    for (const TableOutcome& table : plan.tables) {
        QVERIFY(!table.changesTruncated);
        QCOMPARE(static_cast<qint64>(table.changes.size()),
                 table.remoteToLocal.total() + table.localToRemote.total());
        for (const PlannedChange& change : table.changes) {
            const RowImage& row = change.after ? *change.after : change.key;
            QVERIFY2(value(change.target, countOf(table.table, row)) == (change.after ? "1" : "0"),
                     qPrintable(table.table));
        }
    }
}

void TestSakila::editsOnBothSidesMeet()
{
    QVERIFY(compare().equal);
    for (const char* table :
         {"country", "city", "address", "actor", "film_actor", "film", "film_category", "category",
          "inventory", "rental", "payment", "staff"})
        verifyEqual(table);
    QCOMPARE(value(Side::Local, "SELECT country FROM country WHERE country_id=200"),
             QString::fromUtf8("Åland").toUtf8());
    QCOMPARE(value(Side::Remote, "SELECT first_name FROM actor WHERE actor_id=311"),
             QString::fromUtf8("梅艳芳").toUtf8());
    QCOMPARE(value(Side::Remote, "SELECT COUNT(*) FROM film_category WHERE film_id=77"),
             QByteArray("1"));
    QCOMPARE(openConflicts().size(), std::size_t{0});
    verifyNothingWritten();
}

void TestSakila::deletedOnOneSideIsGoneOnBoth()
{
    m_fixture->run(Side::Remote, "DELETE FROM film_actor WHERE actor_id=301;"
                                 "DELETE FROM actor WHERE actor_id=301");
    m_fixture->run(Side::Local, "DELETE FROM country WHERE country_id=201");
    const SyncReport report = sync();
    QVERIFY2(exitCodeFor(report) == 0, qPrintable(describe(report)));
    for (const Side side : {Side::Remote, Side::Local}) {
        QCOMPARE(value(side, "SELECT COUNT(*) FROM actor WHERE actor_id=301"), QByteArray("0"));
        QCOMPARE(value(side, "SELECT COUNT(*) FROM film_actor WHERE actor_id=301"),
                 QByteArray("0"));
        QCOMPARE(value(side, "SELECT COUNT(*) FROM country WHERE country_id=201"), QByteArray("0"));
    }
    verifyNothingWritten();
}

void TestSakila::deletedAgainstEditedWaits()
{
    m_fixture->runBoth(
        "INSERT INTO actor VALUES (320,'A','ONE','2020-01-01'),(321,'B','TWO','2020-01-01')");
    QVERIFY(exitCodeFor(sync()) == 0);
    m_fixture->run(Side::Remote, "DELETE FROM actor WHERE actor_id=320;"
                                 "UPDATE actor SET last_name='EDITED' WHERE actor_id=321");
    m_fixture->run(Side::Local, "UPDATE actor SET last_name='EDITED' WHERE actor_id=320;"
                                "DELETE FROM actor WHERE actor_id=321");
    for (int run = 0; run < 2; ++run) { // waiting does not wear off
        const SyncReport report = sync();
        QCOMPARE(exitCodeFor(report), 1);
        const std::vector<ConflictRow> open = openConflicts("actor");
        QCOMPARE(open.size(), std::size_t{2});
        QCOMPARE(toText(open.at(0).kind), QStringLiteral("DELETE_UPDATE"));
        QVERIFY(!open.at(0).remote && open.at(0).local);
        QCOMPARE(toText(open.at(1).kind), QStringLiteral("UPDATE_DELETE"));
        QVERIFY(open.at(1).remote && !open.at(1).local);
        const QByteArray ids =
            "SELECT GROUP_CONCAT(actor_id ORDER BY 1) FROM actor WHERE actor_id>=320";
        QCOMPARE(value(Side::Remote, ids), QByteArray("321"));
        QCOMPARE(value(Side::Local, ids), QByteArray("320"));
    }
    const std::vector<ConflictRow> open = openConflicts("actor");
    const Result<std::vector<DecisionOutcome>> decided = resolveConflicts(
        m_fixture->profile(),
        {decision(open.at(0), Settlement::Remote), decision(open.at(1), Settlement::Remote)},
        QStringLiteral("tester"), std::stop_token());
    QVERIFY2(decided.ok(), decided.ok() ? "" : qPrintable(decided.error().message()));
    QVERIFY(decided->at(0).applied && decided->at(1).applied);
    QCOMPARE(openConflicts().size(), std::size_t{0});
    verifyEqual("actor");
    verifyNothingWritten();
}

void TestSakila::policies_data()
{
    QTest::addColumn<Policy>("policy");
    QTest::addColumn<QByteArrayList>("names"); // on remote, on local afterwards
    QTest::addColumn<int>("exitCode");
    QTest::newRow("REMOTE_WINS") << Policy::RemoteWins << lines("REMOTE REMOTE") << 0;
    QTest::newRow("LOCAL_WINS") << Policy::LocalWins << lines("LOCAL LOCAL") << 0;
    QTest::newRow("SKIP") << Policy::Skip << lines("REMOTE LOCAL") << 1;
    QTest::newRow("MANUAL") << Policy::Manual << lines("REMOTE LOCAL") << 1;
}

void TestSakila::policies()
{
    QFETCH(Policy, policy);
    QFETCH(QByteArrayList, names);
    QFETCH(int, exitCode);
    m_fixture->run(Side::Remote, "UPDATE actor SET first_name='REMOTE' WHERE actor_id=1");
    m_fixture->run(Side::Local, "UPDATE actor SET first_name='LOCAL' WHERE actor_id=1");
    const SyncReport report = sync(SyncType::Incremental, Direction::Both, policy);
    QCOMPARE(outcomeOf(report, "actor")->conflicts, 1);
    QCOMPARE(exitCodeFor(report), exitCode);
    const QByteArray name = "SELECT first_name FROM actor WHERE actor_id=1";
    QCOMPARE(value(Side::Remote, name), names.at(0));
    QCOMPARE(value(Side::Local, name), names.at(1));

    Result<ControlStore> store = ControlStore::open(m_fixture->profile().local);
    QVERIFY(store.ok());
    ConflictFilter filter;
    filter.table = QStringLiteral("actor");
    const ConflictRow recorded = store->conflicts(filter)->back();
    QCOMPARE(toText(recorded.policy), toText(policy));
    QCOMPARE(toText(recorded.kind), QStringLiteral("UPDATE_UPDATE"));
    QVERIFY(recorded.remote && recorded.local); // the loser is kept
    QCOMPARE(*recorded.remote->find(QStringLiteral("first_name")), Cell(QByteArray("REMOTE")));
    QCOMPARE(*recorded.local->find(QStringLiteral("first_name")), Cell(QByteArray("LOCAL")));
    QCOMPARE(toText(recorded.state),
             exitCode == 0 ? QStringLiteral("SETTLED") : QStringLiteral("OPEN"));

    // Back to agreement for the next row.
    m_fixture->runBoth(
        "UPDATE actor SET first_name='PENELOPE', last_update='2020-01-01' WHERE actor_id=1");
    QCOMPARE(exitCodeFor(sync()), 0);
    QCOMPARE(openConflicts().size(), std::size_t{0});
}

void TestSakila::manualConflictIsRefreshedAndLeftAlone()
{
    m_fixture->run(Side::Remote, "UPDATE actor SET first_name='REMOTE' WHERE actor_id=2");
    m_fixture->run(Side::Local, "UPDATE actor SET first_name='LOCAL' WHERE actor_id=2");
    QCOMPARE(exitCodeFor(sync()), 1);
    const qint64 id = openConflicts("actor").at(0).id;
    m_fixture->run(Side::Local, "UPDATE actor SET first_name='LOCAL AGAIN' WHERE actor_id=2;"
                                "UPDATE actor SET first_name='OTHER' WHERE actor_id=3");
    QCOMPARE(exitCodeFor(sync()), 1);
    const std::vector<ConflictRow> open = openConflicts("actor");
    QCOMPARE(open.size(), std::size_t{1});
    QCOMPARE(open.at(0).id, id);
    QCOMPARE(*open.at(0).local->find(QStringLiteral("first_name")),
             Cell(QByteArray("LOCAL AGAIN")));
    QCOMPARE(value(Side::Remote, "SELECT first_name FROM actor WHERE actor_id=2"),
             QByteArray("REMOTE"));
    QCOMPARE(value(Side::Remote, "SELECT first_name FROM actor WHERE actor_id=3"),
             QByteArray("OTHER"));
}

// The remote would not take the merged row: it must not be written to the local side either.
void TestSakila::refusedMergeChangesNothing()
{
    m_fixture->run(Side::Remote, "ALTER TABLE actor ADD CONSTRAINT no_such_actor "
                                 "CHECK (first_name <> 'REFUSED')");
    ConflictDecision merged = decision(openConflicts("actor").at(0), Settlement::Merged);
    merged.merged = {{QStringLiteral("first_name")}, {Cell{QByteArray("REFUSED")}}};
    const auto decided = resolveConflicts(m_fixture->profile(), {merged}, QStringLiteral("tester"),
                                          std::stop_token());
    m_fixture->run(Side::Remote, "ALTER TABLE actor DROP CONSTRAINT no_such_actor");
    QVERIFY2(decided.ok(), decided.ok() ? "" : qPrintable(decided.error().message()));
    QVERIFY(!decided->at(0).applied);
    QVERIFY(decided->at(0).error->serverMessage.contains(QStringLiteral("no_such_actor")));
    QCOMPARE(value(Side::Local, "SELECT first_name FROM actor WHERE actor_id=2"),
             QByteArray("LOCAL AGAIN"));
    QCOMPARE(value(Side::Remote, "SELECT first_name FROM actor WHERE actor_id=2"),
             QByteArray("REMOTE"));
    QCOMPARE(openConflicts("actor").size(), std::size_t{1});
}

void TestSakila::decisionsAreApplied()
{
    ConflictDecision merged = decision(openConflicts("actor").at(0), Settlement::Merged);
    merged.merged = {{QStringLiteral("first_name"), QStringLiteral("last_name")},
                     {Cell{QByteArray("MERGED")}, Cell{QString::fromUtf8("合并").toUtf8()}}};
    const Result<std::vector<DecisionOutcome>> decided = resolveConflicts(
        m_fixture->profile(), {merged}, QStringLiteral("tester"), std::stop_token());
    QVERIFY2(decided.ok(), decided.ok() ? "" : qPrintable(decided.error().message()));
    QVERIFY2(decided->at(0).applied,
             decided->at(0).error ? qPrintable(decided->at(0).error->message()) : "");
    for (const Side side : {Side::Remote, Side::Local})
        QCOMPARE(value(side, "SELECT CONCAT(first_name,' ',last_name) FROM actor WHERE actor_id=2"),
                 QString::fromUtf8("MERGED 合并").toUtf8());
    QCOMPARE(openConflicts().size(), std::size_t{0});
    verifyNothingWritten();
}

// A trigger of the remote side writes to another synced table, too.
void TestSakila::rowsThatATriggerWritesConverge()
{
    m_fixture->run(Side::Local, R"sql(
        INSERT INTO film (film_id, title, description, language_id) VALUES (2001, 'NEW 片', 'd', 1);
        UPDATE film SET title = 'ACADEMY RENAMED' WHERE film_id = 1;
    )sql");
    for (int run = 0; run < 2; ++run) {
        const SyncReport report = sync();
        QVERIFY2(exitCodeFor(report) == 0, qPrintable(describe(report)));
    }
    for (const char* table : {"film", "film_text"})
        verifyEqual(table);
    QCOMPARE(value(Side::Local, "SELECT title FROM film_text WHERE film_id=1"),
             QByteArray("ACADEMY RENAMED"));
    verifyNothingWritten();
}

// A trigger of the remote side gives every new customer the present time: the row cannot arrive as
// it is.
void TestSakila::rowThatATriggerChangesIsSetAside()
{
    m_fixture->run(Side::Local, R"sql(
        INSERT INTO customer (customer_id, store_id, first_name, last_name, address_id, create_date)
            VALUES (700, 1, 'WEI', 'LI', 5, '2006-01-01 00:00:00');
        UPDATE customer SET email = 'mary@example.com' WHERE customer_id = 1;
    )sql");
    const SyncReport report = sync();
    QCOMPARE(exitCodeFor(report), 1);
    QCOMPARE(toText(report.status), QStringLiteral("PARTIAL"));
    const std::vector<ConflictRow> open = openConflicts();
    QCOMPARE(open.size(), std::size_t{1});
    QCOMPARE(toText(open.at(0).kind), QStringLiteral("REJECTED"));
    QVERIFY(open.at(0).local && !open.at(0).remote && !open.at(0).message.isEmpty());
    QCOMPARE(value(Side::Remote, "SELECT COUNT(*) FROM customer WHERE customer_id=700"),
             QByteArray("0"));
    QCOMPARE(value(Side::Remote, "SELECT email FROM customer WHERE customer_id=1"),
             QByteArray("mary@example.com")); // the others went on
    m_fixture->run(Side::Local, "DELETE FROM customer WHERE customer_id=700");
    QCOMPARE(exitCodeFor(sync()), 0);
    QCOMPARE(openConflicts().size(), std::size_t{0});
}

void TestSakila::everythingIsInStepAtTheEnd()
{
    QVERIFY(compare().equal);
    verifyNothingWritten();
}

QTEST_GUILESS_MAIN(TestSakila)
#include "tst_sakila.moc"
