// SPDX-License-Identifier: GPL-3.0-or-later
// Every command that works on a pair, through the real program, on every pair of servers.
#include "tests/cli/ctl_process.h"

#include <csignal>

using namespace causeway;
using namespace causeway::test;

namespace {

const QByteArray kSchema =
    "CREATE TABLE maker (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL);"
    "CREATE TABLE product (id INT PRIMARY KEY, maker_id INT, name VARCHAR(40), price "
    "DECIMAL(10,2), "
    "  picture VARBINARY(20), FOREIGN KEY (maker_id) REFERENCES maker (id));";

const QByteArray kRows =
    "INSERT INTO maker VALUES (1, 'Ada'), (2, '茶厂');"
    "INSERT INTO product VALUES (1, 1, 'kettle', 19.90, x'00ff'), (2, 2, '绿茶', 5.00, NULL), "
    "  (3, 2, 'cup \\\\ \"x\" \\n', NULL, x'41'), (4, 1, 'spoon', 1.00, NULL);";

/// The object of @p array whose @p member is @p value.
QJsonObject objectWith(const QJsonArray& array, const char* member, const QJsonValue& value)
{
    for (const QJsonValue& entry : array) {
        if (entry.toObject().value(QLatin1String(member)) == value)
            return entry.toObject();
    }
    return {};
}

QStringList membersOf(const QJsonObject& object)
{
    return object.keys();
}

bool hasMembers(const QJsonObject& object, const char* names)
{
    const QStringList wanted = QString::fromLatin1(names).split(QLatin1Char(' '));
    return std::all_of(wanted.begin(), wanted.end(),
                       [&object](const QString& name) { return object.contains(name); });
}

QJsonObject counts(int inserted, int updated, int deleted)
{
    return {{QStringLiteral("inserted"), inserted},
            {QStringLiteral("updated"), updated},
            {QStringLiteral("deleted"), deleted}};
}

} // namespace

class CtlFlowTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();
    void initMakesConfigRowsAndMissingTables();
    void fullSyncCompareAndSecondRun();
    void dryRunTellsAndWritesNothing();
    void conflictsAreListedShownAndResolved();
    void mergedRowReachesBothSides();
    void configIsListedAndSet();
    void logIsListedAndPruned();
    void tablesForPeopleAreAligned();
    void connectionTestPasses();
    void interruptStopsWith130();

private:
    void prepareInStep();
    [[nodiscard]] TwoSidedFixture& pair() { return *m_pair; }

    std::unique_ptr<TwoSidedFixture> m_pair;
    Ctl m_ctl;
};

void CtlFlowTest::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_ctl = Ctl();
    m_ctl.usePair(m_pair->profile());
}

void CtlFlowTest::cleanup()
{
    m_pair.reset();
}

/// Both sides hold the same rows and agree about them.
void CtlFlowTest::prepareInStep()
{
    pair().runBoth(kSchema);
    pair().run(Side::Remote, kRows);
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync --direction REMOTE_TO_LOCAL --type FULL")), 0);
}

void CtlFlowTest::initMakesConfigRowsAndMissingTables()
{
    pair().run(Side::Remote, kSchema);
    pair().run(Side::Remote, "CREATE TABLE extra (a INT PRIMARY KEY)");
    pair().run(Side::Local, "CREATE TABLE maker (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL)");

    const CtlResult first = m_ctl.run(QStringLiteral("--json init"));
    EXPECT_CODE(first, 0);
    QCOMPARE(first.object().value(QStringLiteral("configured")).toArray(),
             QJsonArray{QStringLiteral("maker")});
    QCOMPARE(pair().tables(Side::Local), QStringList{QStringLiteral("maker")});

    const CtlResult second = m_ctl.run(QStringLiteral("--json init --create-missing"));
    EXPECT_CODE(second, 0);
    QVERIFY(second.err.contains("CREATE TABLE"));
    QVERIFY(second.err.contains("product"));
    QCOMPARE(pair().tables(Side::Local), pair().tables(Side::Remote));
    QCOMPARE(second.object().value(QStringLiteral("configured")).toArray(),
             (QJsonArray{QStringLiteral("extra"), QStringLiteral("product")}));
    const QJsonArray statements = second.object().value(QStringLiteral("statements")).toArray();
    QVERIFY(!statements.isEmpty());
    QVERIFY(hasMembers(statements.first().toObject(), "side table sql"));

    const CtlResult third = m_ctl.run(QStringLiteral("--json init --create-missing"));
    EXPECT_CODE(third, 0);
    QVERIFY(third.object().value(QStringLiteral("configured")).toArray().isEmpty());
}

void CtlFlowTest::fullSyncCompareAndSecondRun()
{
    pair().runBoth(kSchema);
    pair().run(Side::Remote, kRows);
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    const CtlResult before = m_ctl.run(QStringLiteral("--json compare"));
    EXPECT_CODE(before, 1);
    QCOMPARE(before.object().value(QStringLiteral("equal")), QJsonValue(false));
    const QJsonObject product =
        objectWith(before.object().value(QStringLiteral("tables")).toArray(), "table",
                   QStringLiteral("product"));
    QVERIFY(hasMembers(
        product, "table equal remote_rows local_rows only_remote only_local different error"));
    QCOMPARE(product.value(QStringLiteral("only_remote")).toInt(), 4);

    const CtlResult sync =
        m_ctl.run(QStringLiteral("sync --json --type FULL --direction REMOTE_TO_LOCAL"));
    EXPECT_CODE(sync, 0);
    const QJsonObject report = sync.object();
    QVERIFY2(hasMembers(
                 report,
                 "run_id status type direction dry_run started_at duration_s tables totals error"),
             qPrintable(membersOf(report).join(QLatin1Char(' '))));
    QCOMPARE(report.value(QStringLiteral("status")).toString(), QStringLiteral("SUCCESS"));
    QCOMPARE(report.value(QStringLiteral("dry_run")), QJsonValue(false));
    QVERIFY(report.value(QStringLiteral("error")).isNull());
    const QJsonObject row = objectWith(report.value(QStringLiteral("tables")).toArray(), "table",
                                       QStringLiteral("product"));
    QVERIFY(
        hasMembers(row, "table status remote_to_local local_to_remote conflicts skipped error"));
    QCOMPARE(row.value(QStringLiteral("remote_to_local")).toObject(), counts(4, 0, 0));
    QVERIFY(!row.contains(QStringLiteral("changes")));
    QCOMPARE(pair().dump(Side::Local, QStringLiteral("product")),
             pair().dump(Side::Remote, QStringLiteral("product")));

    EXPECT_CODE(m_ctl.run(QStringLiteral("compare")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("compare maker --table product")), 0);
    const CtlResult again = m_ctl.run(QStringLiteral("sync --json"));
    EXPECT_CODE(again, 0);
    const QJsonObject totals = again.object().value(QStringLiteral("totals")).toObject();
    QCOMPARE(totals.value(QStringLiteral("remote_to_local")).toObject(), counts(0, 0, 0));
    QCOMPARE(totals.value(QStringLiteral("local_to_remote")).toObject(), counts(0, 0, 0));
}

void CtlFlowTest::dryRunTellsAndWritesNothing()
{
    prepareInStep();
    pair().run(Side::Remote,
               "UPDATE product SET price = 20 WHERE id = 1; DELETE FROM product WHERE id = 4");
    pair().run(Side::Local, "INSERT INTO product VALUES (9, 1, 'new', 3.00, NULL)");
    const auto remote = pair().checksums(Side::Remote);
    const auto local = pair().checksums(Side::Local);
    const CtlResult dry = m_ctl.run(QStringLiteral("sync --dry-run --json"));
    EXPECT_CODE(dry, 0);
    QCOMPARE(pair().checksums(Side::Remote), remote);
    QCOMPARE(pair().checksums(Side::Local), local);
    QCOMPARE(dry.object().value(QStringLiteral("dry_run")), QJsonValue(true));
    const QJsonObject product = objectWith(dry.object().value(QStringLiteral("tables")).toArray(),
                                           "table", QStringLiteral("product"));
    const QJsonArray changes = product.value(QStringLiteral("changes")).toArray();
    QCOMPARE(changes.size(), 3);
    const QJsonObject update = objectWith(changes, "action", QStringLiteral("update"));
    QVERIFY(hasMembers(update, "direction action key before after"));
    QCOMPARE(update.value(QStringLiteral("direction")).toString(),
             QStringLiteral("REMOTE_TO_LOCAL"));
    QCOMPARE(
        update.value(QStringLiteral("before")).toObject().value(QStringLiteral("price")).toString(),
        QStringLiteral("19.90"));
    QCOMPARE(
        update.value(QStringLiteral("after")).toObject().value(QStringLiteral("price")).toString(),
        QStringLiteral("20.00"));
    QCOMPARE(update.value(QStringLiteral("after")).toObject().value(QStringLiteral("picture")),
             QJsonValue(QJsonObject{{QStringLiteral("hex"), QStringLiteral("00ff")}}));
    const QJsonObject insert = objectWith(changes, "action", QStringLiteral("insert"));
    QVERIFY(insert.value(QStringLiteral("before")).isNull());
    QVERIFY(objectWith(changes, "action", QStringLiteral("delete"))
                .value(QStringLiteral("after"))
                .isNull());

    const CtlResult people = m_ctl.run(QStringLiteral("sync --dry-run --verbose"));
    EXPECT_CODE(people, 0);
    QVERIFY2(people.out.contains("price=19.90") && people.out.contains("price=20.00"),
             people.out.constData());
    QCOMPARE(pair().checksums(Side::Local), local);
}

void CtlFlowTest::conflictsAreListedShownAndResolved()
{
    prepareInStep();
    pair().run(
        Side::Remote,
        "UPDATE product SET name = 'R' WHERE id IN (1, 2); DELETE FROM product WHERE id = 4");
    pair().run(Side::Local, "UPDATE product SET name = 'L' WHERE id IN (1, 2, 4)");
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 1);

    const CtlResult list = m_ctl.run(QStringLiteral("conflicts list --json"));
    EXPECT_CODE(list, 0);
    QCOMPARE(list.array().size(), 3);
    const QJsonObject first =
        objectWith(list.array(), "key", QJsonObject{{QStringLiteral("id"), QStringLiteral("1")}});
    QVERIFY(hasMembers(first, "id table key kind policy state remote local base found_at run_id"));
    QCOMPARE(first.value(QStringLiteral("table")).toString(), QStringLiteral("product"));
    QCOMPARE(first.value(QStringLiteral("state")).toString(), QStringLiteral("OPEN"));
    const QJsonObject deleted = objectWith(list.array(), "kind", QStringLiteral("DELETE_UPDATE"));
    QVERIFY(deleted.value(QStringLiteral("remote")).isNull());
    QCOMPARE(
        deleted.value(QStringLiteral("local")).toObject().value(QStringLiteral("name")).toString(),
        QStringLiteral("L"));

    const QString id = QString::number(first.value(QStringLiteral("id")).toInt());
    const CtlResult shown = m_ctl.run(QStringLiteral("conflicts show ") + id);
    EXPECT_CODE(shown, 0);
    QVERIFY(shown.out.contains("R") && shown.out.contains("L") && shown.out.contains("19.90"));

    const CtlResult one = m_ctl.run(QStringLiteral("conflicts resolve --json --use local ") + id);
    EXPECT_CODE(one, 0);
    QCOMPARE(one.array().at(0).toObject().value(QStringLiteral("applied")), QJsonValue(true));
    EXPECT_CODE(m_ctl.run(QStringLiteral("conflicts resolve --use local ") + id), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("conflicts resolve --all --table nothing --use local")),
                0);
    QCOMPARE(m_ctl.run(QStringLiteral("conflicts list --json")).array().size(), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("conflicts resolve --all --table product --use remote")),
                0);
    QVERIFY(m_ctl.run(QStringLiteral("conflicts list --json")).array().isEmpty());
    QCOMPARE(m_ctl.run(QStringLiteral("conflicts list --json --state settled")).array().size(), 3);
    for (const Side side : {Side::Remote, Side::Local}) {
        QCOMPARE(
            pair().rows(side, "SELECT id, name FROM product WHERE id IN (1, 2, 4) ORDER BY id"),
            (QByteArrayList{"1|L", "2|R"}));
    }
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    EXPECT_CODE(m_ctl.run(QStringLiteral("compare")), 0);
}

void CtlFlowTest::mergedRowReachesBothSides()
{
    prepareInStep();
    pair().run(Side::Remote, "UPDATE product SET name = 'R' WHERE id = 1");
    pair().run(Side::Local, "UPDATE product SET name = 'L', price = 7 WHERE id = 1");
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 1);
    const int id = m_ctl.run(QStringLiteral("conflicts list --json"))
                       .array()
                       .at(0)
                       .toObject()
                       .value(QStringLiteral("id"))
                       .toInt();
    const QStringList resolve{QStringLiteral("conflicts"), QStringLiteral("resolve"),
                              QString::number(id)};
    EXPECT_CODE(
        m_ctl.runWords(resolve + QStringList{QStringLiteral("--set"), QStringLiteral("nothing=1")}),
        2);
    EXPECT_CODE(m_ctl.runWords(
                    resolve + QStringList{QStringLiteral("--set"), QStringLiteral("name=店 = shop"),
                                          QStringLiteral("--set-null"), QStringLiteral("picture"),
                                          QStringLiteral("--use"), QStringLiteral("local")}),
                0);
    for (const Side side : {Side::Remote, Side::Local}) {
        QCOMPARE(pair().rows(side, "SELECT name, price, picture FROM product WHERE id = 1"),
                 (QByteArrayList{"店 = shop|7.00|NULL"}));
    }
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
}

void CtlFlowTest::configIsListedAndSet()
{
    pair().runBoth(kSchema);
    EXPECT_CODE(m_ctl.run(QStringLiteral("config list")), 2); // not set up yet
    EXPECT_CODE(m_ctl.run(QStringLiteral("init")), 0);
    const CtlResult list = m_ctl.run(QStringLiteral("config list --json"));
    EXPECT_CODE(list, 0);
    const QJsonObject maker = objectWith(list.array(), "table_name", QStringLiteral("maker"));
    QVERIFY(hasMembers(maker,
                       "id table_name sync_enabled sync_type sync_direction last_sync_time "
                       "last_sync_position priority conflict_resolution created_at updated_at"));
    QCOMPARE(maker.value(QStringLiteral("sync_enabled")).toInt(), 1);
    QCOMPARE(maker.value(QStringLiteral("conflict_resolution")).toString(),
             QStringLiteral("MANUAL"));
    QCOMPARE(maker.value(QStringLiteral("priority")).toInt(), 50);

    const CtlResult set = m_ctl.run(QStringLiteral(
        "config set maker product sync_enabled=False priority=70 conflict_resolution=SKIP --json"));
    EXPECT_CODE(set, 0);
    for (const char* table : {"maker", "product"}) {
        const QJsonObject row = objectWith(set.array(), "table_name", QString::fromLatin1(table));
        QCOMPARE(row.value(QStringLiteral("sync_enabled")).toInt(), 0);
        QCOMPARE(row.value(QStringLiteral("priority")).toInt(), 70);
        QCOMPARE(row.value(QStringLiteral("conflict_resolution")).toString(),
                 QStringLiteral("SKIP"));
    }
    QCOMPARE(pair().rows(Side::Local,
                         "SELECT sync_enabled, priority, conflict_resolution FROM db_sync_config"),
             (QByteArrayList{"0|70|SKIP", "0|70|SKIP"}));
    EXPECT_CODE(m_ctl.run(QStringLiteral("config set nothing priority=1")), 2);
    EXPECT_CODE(m_ctl.run(QStringLiteral("config set maker priority=1 sync_direction=UP")), 2);
    QCOMPARE(pair().value(Side::Local, "SELECT MIN(priority) FROM db_sync_config"),
             QByteArray("70"));
}

void CtlFlowTest::logIsListedAndPruned()
{
    prepareInStep();
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0);
    const CtlResult list = m_ctl.run(QStringLiteral("log list --json"));
    EXPECT_CODE(list, 0);
    QCOMPARE(list.array().size(), 6); // two runs over two tables, and their summaries
    QVERIFY(hasMembers(
        list.array().at(0).toObject(),
        "id run_id table_name sync_type sync_direction status trigger_source start_time end_time "
        "duration conflicts error_code error_message created_at"));
    QCOMPARE(m_ctl.run(QStringLiteral("log list --json --summaries")).array().size(), 2);
    QCOMPARE(m_ctl.run(QStringLiteral("log list --json --table maker --limit 1")).array().size(),
             1);
    QVERIFY(m_ctl.run(QStringLiteral("log list --json --status FAILED")).array().isEmpty());
    EXPECT_CODE(m_ctl.run(QStringLiteral("log list --status GREAT")), 2);

    pair().run(Side::Local,
               "UPDATE db_sync_log SET start_time = start_time - INTERVAL 40 DAY, "
               "end_time = end_time - INTERVAL 40 DAY, created_at = created_at - INTERVAL 40 DAY "
               "ORDER BY id LIMIT 3");
    const CtlResult dry = m_ctl.run(QStringLiteral("log prune --dry-run --json"));
    EXPECT_CODE(dry, 0);
    QCOMPARE(dry.object().value(QStringLiteral("removed")).toInt(), 3);
    QCOMPARE(m_ctl.run(QStringLiteral("log list --json")).array().size(), 6);
    EXPECT_CODE(m_ctl.run(QStringLiteral("log prune --days 30")), 0);
    QCOMPARE(m_ctl.run(QStringLiteral("log list --json")).array().size(), 3);
}

void CtlFlowTest::tablesForPeopleAreAligned()
{
    prepareInStep();
    const CtlResult list = m_ctl.run(QStringLiteral("config list"));
    EXPECT_CODE(list, 0);
    const QList<QByteArray> lines = list.out.split('\n');
    QVERIFY(lines.size() > 3);
    const qsizetype at = lines[0].indexOf("sync_type");
    QVERIFY(at > 0);
    QVERIFY(lines[2].mid(at).startsWith("INCREMENTAL"));
    QVERIFY(lines[3].mid(at).startsWith("INCREMENTAL"));
    QVERIFY(!list.out.contains('\x1b'));
}

void CtlFlowTest::connectionTestPasses()
{
    const CtlResult test = m_ctl.run(QStringLiteral("profile test --json"));
    EXPECT_CODE(test, 0);
    QCOMPARE(test.object().value(QStringLiteral("ok")), QJsonValue(true));
    const QJsonArray steps = test.object().value(QStringLiteral("remote")).toArray();
    QVERIFY(steps.size() >= 6);
    for (const QJsonValue& step : steps) {
        QVERIFY(step.toObject().value(QStringLiteral("passed")).toBool());
        QVERIFY(hasMembers(step.toObject(), "name passed warning detail hint duration_ms error"));
    }
}

void CtlFlowTest::interruptStopsWith130()
{
    prepareInStep();
    pair().run(Side::Local, "UPDATE product SET price = 8 WHERE id = 1");
    pair().run(Side::Remote, "LOCK TABLES product WRITE"); // the run has to wait for this
    QProcess process;
    m_ctl.start(process, {QStringLiteral("sync"), QStringLiteral("--json")});
    const QByteArray waiting =
        "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE STATE LIKE '%lock%' "
        "AND DB = DATABASE() AND ID <> CONNECTION_ID()";
    QTRY_VERIFY_WITH_TIMEOUT(pair().value(Side::Remote, waiting).toInt() > 0, 20'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    const QJsonObject report = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(report.value(QStringLiteral("status")).toString(), QStringLiteral("CANCELLED"));
    pair().run(Side::Remote, "UNLOCK TABLES");
    EXPECT_CODE(m_ctl.run(QStringLiteral("sync")), 0); // and the next run goes on from there
    QCOMPARE(pair().value(Side::Remote, "SELECT price FROM product WHERE id = 1"),
             QByteArray("8.00"));
}

QTEST_GUILESS_MAIN(CtlFlowTest)
#include "tst_ctl_flow.moc"
