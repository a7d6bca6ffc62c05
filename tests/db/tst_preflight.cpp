// SPDX-License-Identifier: GPL-3.0-or-later
// Rights are proved before the first row is written, table by table.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

class TestPreflight final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void missingRightStopsItsTableOnly();
    void unusedRightIsNotAskedFor();
    void readOnlyServerIsNotWrittenTo();

private:
    SyncReport sync();
    [[nodiscard]] const TableOutcome& outcome(const SyncReport& report, const char* table) const;

    std::unique_ptr<TwoSidedFixture> m_pair;
    Profile m_profile; ///< whose remote account may not delete from t
};

void TestPreflight::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB;"
                    "CREATE TABLE u (id INT PRIMARY KEY, name VARCHAR(50)) ENGINE=InnoDB;");
    m_pair->run(Side::Local, "INSERT INTO t WITH RECURSIVE n AS (SELECT 1 AS id UNION ALL SELECT "
                             "id + 1 FROM n WHERE id < 100) SELECT id, 'x' FROM n;"
                             "INSERT INTO u SELECT * FROM t");
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    m_profile = m_pair->profile();
    QCOMPARE(sync().status, RunStatus::Success);
    const QByteArray database = "`" + m_pair->database().toUtf8() + "`";
    m_pair->run(Side::Remote, "CREATE USER 'limited'@'localhost' IDENTIFIED BY 'Pw-123456';"
                              "GRANT SELECT, INSERT, UPDATE ON " +
                                  database +
                                  ".t TO 'limited'@'localhost';"
                                  "GRANT SELECT, INSERT, UPDATE, DELETE ON " +
                                  database +
                                  ".u TO 'limited'@'localhost';"
                                  "GRANT SELECT, UPDATE ON " +
                                  database + ".db_sync_state TO 'limited'@'localhost'");
    m_profile.remote.user = QStringLiteral("limited");
    m_profile.remote.password = QStringLiteral("Pw-123456");
}

void TestPreflight::cleanup()
{
    m_pair->run(Side::Remote, "DROP USER 'limited'@'localhost'");
    m_pair.reset();
}

SyncReport TestPreflight::sync()
{
    SyncRequest request;
    request.profile = m_profile;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

const TableOutcome& TestPreflight::outcome(const SyncReport& report, const char* table) const
{
    static const TableOutcome none;
    const auto found =
        std::find_if(report.tables.begin(), report.tables.end(), [&](const TableOutcome& entry) {
            return entry.table == QLatin1String(table);
        });
    return found == report.tables.end() ? none : *found;
}

void TestPreflight::missingRightStopsItsTableOnly()
{
    for (const char* table : {"t", "u"})
        m_pair->run(Side::Local, QByteArray("UPDATE ") + table +
                                     " SET name = 'y' WHERE id < 50;"
                                     "DELETE FROM " +
                                     table + " WHERE id = 99");
    const auto before = m_pair->dump(Side::Remote, QStringLiteral("t"));
    const SyncReport report = sync();
    QCOMPARE(report.status, RunStatus::Partial);
    const auto& error = outcome(report, "t").error;
    QVERIFY(error.has_value());
    QCOMPARE(errorCodeText(error->code), QStringLiteral("SYS_004"));
    QVERIFY(error->what.startsWith(QLatin1String("t ")));
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")), before); // not even the updates
    QVERIFY(!outcome(report, "u").error);
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("u")),
             m_pair->dump(Side::Local, QStringLiteral("u")));
    // With the right granted, the rest follows.
    m_pair->run(Side::Remote,
                "GRANT DELETE ON `" + m_pair->database().toUtf8() + "`.t TO 'limited'@'localhost'");
    QCOMPARE(sync().status, RunStatus::Success);
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")),
             m_pair->dump(Side::Local, QStringLiteral("t")));
}

void TestPreflight::unusedRightIsNotAskedFor()
{
    m_pair->run(Side::Local,
                "UPDATE t SET name = 'y' WHERE id < 50; INSERT INTO t VALUES (101,'z')");
    QCOMPARE(sync().status, RunStatus::Success);
    QCOMPARE(m_pair->dump(Side::Remote, QStringLiteral("t")),
             m_pair->dump(Side::Local, QStringLiteral("t")));
}

void TestPreflight::readOnlyServerIsNotWrittenTo()
{
    m_pair->run(Side::Local, "UPDATE u SET name = 'y' WHERE id < 50");
    m_pair->run(Side::Remote, "UPDATE u SET name = 'z' WHERE id > 90");
    const auto remote = m_pair->checksums(Side::Remote);
    const auto local = m_pair->dump(Side::Local, QStringLiteral("u"));
    m_pair->run(Side::Remote, "SET GLOBAL read_only = 1");
    const SyncReport report = sync();
    m_pair->run(Side::Remote, "SET GLOBAL read_only = 0");
    const std::optional<Error> error = report.error ? report.error : outcome(report, "u").error;
    QVERIFY(error.has_value());
    QCOMPARE(errorCodeText(error->code), QStringLiteral("SYS_004"));
    QVERIFY(!error->hint().isEmpty());
    QCOMPARE(m_pair->checksums(Side::Remote), remote);
    QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("u")), local);
    QCOMPARE(sync().status, RunStatus::Success);
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
