// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/sync_report.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

using namespace causeway;

namespace {

RowImage image(const QByteArray& id, const Cell& name)
{
    return {{QStringLiteral("id"), QStringLiteral("name")}, {Cell{id}, name}};
}

TableOutcome table(const QString& name)
{
    TableOutcome outcome;
    outcome.table = name;
    outcome.remoteToLocal = {1, 2, 3};
    outcome.localToRemote = {4, 5, 6};
    outcome.skipped = 8;
    outcome.duration = std::chrono::milliseconds(1500);
    return outcome;
}

SyncReport report()
{
    SyncReport made;
    made.runId = QStringLiteral("0b6c");
    made.startedAt = QDateTime(QDate(2026, 3, 1), QTime(10, 20, 30, 456), Qt::UTC);
    made.duration = std::chrono::milliseconds(12345);
    made.tables = {table(QStringLiteral("film")), table(QStringLiteral("actor"))};
    return made;
}

QJsonObject counts(int inserted, int updated, int deleted)
{
    return {{QLatin1String("inserted"), inserted},
            {QLatin1String("updated"), updated},
            {QLatin1String("deleted"), deleted}};
}

} // namespace

class TestSyncReport final : public QObject {
    Q_OBJECT
private slots:
    void documentHasTheDocumentedMembers();
    void tablesAndTotals();
    void typeIsTheRequestedOrTheCommonOne();
    void dryRunListsChanges();
    void errorsCarryCodeMessageAndHint();
    void exitCodes();
};

void TestSyncReport::documentHasTheDocumentedMembers()
{
    const QJsonObject json = toJson(report());
    QCOMPARE(json.value(QLatin1String("run_id")).toString(), QStringLiteral("0b6c"));
    QCOMPARE(json.value(QLatin1String("status")).toString(), QStringLiteral("SUCCESS"));
    QCOMPARE(json.value(QLatin1String("dry_run")), QJsonValue(false));
    QCOMPARE(json.value(QLatin1String("started_at")).toString(),
             QStringLiteral("2026-03-01T10:20:30.456Z"));
    QCOMPARE(json.value(QLatin1String("duration_s")).toDouble(), 12.345);
    QVERIFY(json.value(QLatin1String("error")).isNull());
    const QJsonObject first = json.value(QLatin1String("tables")).toArray().at(0).toObject();
    QVERIFY(!first.contains(QLatin1String("changes")));
}

void TestSyncReport::tablesAndTotals()
{
    SyncReport made = report();
    made.tables[0].conflicts = 2;
    made.tables[0].openConflicts = 1;
    const QJsonObject json = toJson(made);
    const QJsonObject first = json.value(QLatin1String("tables")).toArray().at(0).toObject();
    QCOMPARE(first.value(QLatin1String("table")).toString(), QStringLiteral("film"));
    QCOMPARE(first.value(QLatin1String("status")).toString(), QStringLiteral("SUCCESS"));
    QCOMPARE(first.value(QLatin1String("remote_to_local")).toObject(), counts(1, 2, 3));
    QCOMPARE(first.value(QLatin1String("local_to_remote")).toObject(), counts(4, 5, 6));
    QCOMPARE(first.value(QLatin1String("conflicts")).toInt(), 2);
    QCOMPARE(first.value(QLatin1String("skipped")).toInt(), 8);
    QVERIFY(first.value(QLatin1String("error")).isNull());
    const QJsonObject totals = json.value(QLatin1String("totals")).toObject();
    QCOMPARE(totals.value(QLatin1String("remote_to_local")).toObject(), counts(2, 4, 6));
    QCOMPARE(totals.value(QLatin1String("local_to_remote")).toObject(), counts(8, 10, 12));
    QCOMPARE(totals.value(QLatin1String("conflicts")).toInt(), 2);
    QCOMPARE(totals.value(QLatin1String("skipped")).toInt(), 16);
}

void TestSyncReport::typeIsTheRequestedOrTheCommonOne()
{
    SyncReport made = report();
    QCOMPARE(toJson(made).value(QLatin1String("type")).toString(), QStringLiteral("INCREMENTAL"));
    made.tables[1].type = SyncType::Full;
    QVERIFY(toJson(made).value(QLatin1String("type")).isNull());
    made.type = SyncType::Full;
    made.direction = Direction::LocalToRemote;
    QCOMPARE(toJson(made).value(QLatin1String("type")).toString(), QStringLiteral("FULL"));
    QCOMPARE(toJson(made).value(QLatin1String("direction")).toString(),
             QStringLiteral("LOCAL_TO_REMOTE"));
    QVERIFY(toJson(SyncReport{}).value(QLatin1String("direction")).isNull());
}

void TestSyncReport::dryRunListsChanges()
{
    SyncReport made = report();
    made.dryRun = true;
    PlannedChange change;
    change.target = Side::Remote;
    change.action = RowAction::Insert;
    change.key = {{QStringLiteral("id")}, {Cell{QByteArray("7")}}};
    change.after = image("7", Cell{});
    made.tables[0].changes = {change};
    const QJsonArray tables = toJson(made).value(QLatin1String("tables")).toArray();
    QCOMPARE(tables.at(1).toObject().value(QLatin1String("changes")), QJsonValue(QJsonArray()));
    const QJsonObject json =
        tables.at(0).toObject().value(QLatin1String("changes")).toArray().at(0).toObject();
    QCOMPARE(json.value(QLatin1String("direction")).toString(), QStringLiteral("LOCAL_TO_REMOTE"));
    QCOMPARE(json.value(QLatin1String("action")).toString(), QStringLiteral("insert"));
    QCOMPARE(json.value(QLatin1String("key")).toObject(),
             (QJsonObject{{QLatin1String("id"), QLatin1String("7")}}));
    QVERIFY(json.value(QLatin1String("before")).isNull());
    QCOMPARE(json.value(QLatin1String("after")).toObject(),
             (QJsonObject{{QLatin1String("id"), QLatin1String("7")},
                          {QLatin1String("name"), QJsonValue::Null}}));
}

void TestSyncReport::errorsCarryCodeMessageAndHint()
{
    const Error error = makeError(ErrorCode::SyncNoKey, QStringLiteral("film"));
    const QJsonObject json = toJson(std::optional<Error>(error)).toObject();
    QCOMPARE(json.value(QLatin1String("code")).toString(), QStringLiteral("SYNC_006"));
    QCOMPARE(json.value(QLatin1String("message")).toString(), error.message());
    QCOMPARE(json.value(QLatin1String("hint")).toString(), error.hint());
    QCOMPARE(json.size(), 3);
}

void TestSyncReport::exitCodes()
{
    QCOMPARE(exitCodeFor(report()), 0);
    SyncReport waiting = report();
    waiting.tables[1].openConflicts = 1;
    QCOMPARE(exitCodeFor(waiting), 1);
    SyncReport partial = report();
    partial.status = RunStatus::Partial;
    QCOMPARE(exitCodeFor(partial), 1);
    partial.tables[1].error = makeError(ErrorCode::SyncStructure, QStringLiteral("actor"));
    QCOMPARE(exitCodeFor(partial), 4);
    SyncReport failed;
    failed.status = RunStatus::Failed;
    failed.error = makeError(ErrorCode::ConnAuth, QStringLiteral("remote"));
    QCOMPARE(exitCodeFor(failed), 3);
    failed.status = RunStatus::Cancelled;
    QCOMPARE(exitCodeFor(failed), 130);
}

QTEST_APPLESS_MAIN(TestSyncReport)
#include "tst_sync_report.moc"
