// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that the control tables should have, as read from sql/.
#include "sync/control/control_schema.h"
#include "sync/doctor/control_columns.h"

#include <QTest>

using namespace causeway;
using namespace causeway::doctor;

class TestControlColumns final : public QObject {
    Q_OBJECT
private slots:
    void everyTableHasSome();
    void definitionsAreWhole();
    void onlyWhatSpeaksForNobodyCanBeAdded_data();
    void onlyWhatSpeaksForNobodyCanBeAdded();

private:
    static ControlColumn column(const QString& table, const QString& name)
    {
        for (const ControlColumn& one : controlColumns(Side::Local)) {
            if (one.table == table && one.name == name)
                return one;
        }
        return {};
    }
};

void TestControlColumns::everyTableHasSome()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        QMap<QString, int> counts;
        for (const ControlColumn& one : controlColumns(side))
            ++counts[one.table];
        QCOMPARE(counts.keys().size(), controlTableNames(side).size());
        QCOMPARE(counts[QStringLiteral("db_sync_state")], 7);
    }
    QCOMPARE(column(QStringLiteral("db_sync_config"), QStringLiteral("PRIMARY")).name, QString());
}

void TestControlColumns::definitionsAreWhole()
{
    QCOMPARE(column(u"db_sync_log"_qs, u"rows_inserted"_qs).definition,
             QByteArray("rows_inserted bigint unsigned GENERATED ALWAYS AS "
                        "(remote_to_local_inserted + local_to_remote_inserted) VIRTUAL COMMENT "
                        "'both directions'"));
    QCOMPARE(
        column(u"db_sync_log"_qs, u"status"_qs).definition,
        QByteArray("status enum('RUNNING','SUCCESS','PARTIAL','FAILED','CANCELLED') NOT NULL"));
    QVERIFY(column(u"db_sync_log"_qs, u"table_name"_qs)
                .definition.endsWith("'NULL: summary of the "
                                     "run'"));
}

void TestControlColumns::onlyWhatSpeaksForNobodyCanBeAdded_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("can");
    const auto row = [](const char* table, const char* name, bool can) {
        QTest::addRow("%s.%s", table, name)
            << QString::fromLatin1(table) << QString::fromLatin1(name) << can;
    };
    row("db_sync_log", "conflicts", true);
    row("db_sync_log", "rows_updated", true);
    row("db_sync_log", "error_message", true);
    row("db_sync_log", "run_id", false);
    row("db_sync_schedule", "failures_in_a_row", true);
    row("db_sync_config", "updated_at", true);
    row("db_sync_config", "last_sync_position", true);
    row("db_sync_config", "sync_enabled", false);
    row("db_sync_config", "sync_direction", false);
    row("db_sync_config", "conflict_resolution", false);
    row("db_sync_conflict", "state", false);
    row("db_sync_conflict", "settled_how", true);
    row("db_sync_state", "epoch", false);
    row("db_sync_state", "peer_epoch", false);
}

void TestControlColumns::onlyWhatSpeaksForNobodyCanBeAdded()
{
    QFETCH(QString, table);
    QFETCH(QString, name);
    QFETCH(bool, can);
    const ControlColumn found = column(table, name);
    QCOMPARE(found.name, name);
    QCOMPARE(found.canBeAdded(), can);
}

QTEST_GUILESS_MAIN(TestControlColumns)
#include "tst_control_columns.moc"
