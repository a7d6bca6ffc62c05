// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outcome_model.h"
#include "models/planned_changes_model.h"
#include "models/profile_list_model.h"
#include "models/run_models.h"
#include "models/words.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace causeway;
using namespace std::chrono_literals;

namespace {

Profile profile(const char* name)
{
    Profile made;
    made.name = QLatin1String(name);
    made.remote = {QStringLiteral("db1"), 3306, {}, QStringLiteral("shop"), {}, {}, {}, {}};
    made.local = {{}, 3306, QStringLiteral("/run/x/maria.sock"), QStringLiteral("shop"), {}, {},
                  {}, {}};
    return made;
}

LogRow logRow(qint64 id, RunStatus status)
{
    LogRow row;
    row.id = id;
    row.runId = QString::number(id);
    row.status = status;
    row.durationSeconds = 1.25;
    row.remoteToLocal = {1, 2, 3};
    row.startTime = QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    return row;
}

PlannedChange change(Side target, RowAction action, const QByteArray& id)
{
    PlannedChange made;
    made.target = target;
    made.action = action;
    made.key = {{QStringLiteral("id")}, {id}};
    const RowImage before{{QStringLiteral("id"), QStringLiteral("price"), QStringLiteral("n")},
                          {id, QByteArray("1.00"), QByteArray("x")}};
    RowImage after = before;
    after.cells[1] = QByteArray("2.00");
    if (action != RowAction::Insert)
        made.before = before;
    if (action != RowAction::Delete)
        made.after = after;
    return made;
}

SyncReport preview()
{
    TableOutcome a;
    a.table = QStringLiteral("a");
    a.changes = {change(Side::Local, RowAction::Update, "1"),
                 change(Side::Remote, RowAction::Delete, "2")};
    TableOutcome b;
    b.table = QStringLiteral("b");
    b.changes = {change(Side::Remote, RowAction::Insert, "3")};
    SyncReport report;
    report.dryRun = true;
    report.tables = {a, b};
    return report;
}

} // namespace

class TestListModels final : public QObject {
    Q_OBJECT
private slots:
    void notesOfTheLogReadInTheOwnWords();
    void profiles();
    void runs();
    void outcomes();
    void plannedChanges();
    void changeFields();
    void headersAnswerOnlyForTheirColumns();
    void wordsOfNumbersAndTimes();
};

void TestListModels::profiles()
{
    ProfileListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProfiles({profile("A"), profile("B")});
    QCOMPARE(model.rowOf(QStringLiteral("B")), 1);
    QCOMPARE(model.rowOf(QStringLiteral("C")), -1);
    QVERIFY(!model.profileAt(-1));
    QVERIFY(!model.profileAt(2));
    QCOMPARE(model.freeName(QStringLiteral("A")), QStringLiteral("A 2"));
    QCOMPARE(model.freeName(QStringLiteral("C")), QStringLiteral("C"));
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data(ProfileListModel::RemotePlaceRole).toString(), QStringLiteral("shop@db1"));
    QCOMPARE(index.data(ProfileListModel::LocalPlaceRole).toString(),
             QStringLiteral("shop@localhost"));
    QVERIFY(index.data(ProfileListModel::ReadOnlyRole).toBool());
}

void TestListModels::runs()
{
    RunListModel runs;
    RunTablesModel tables;
    QAbstractItemModelTester runTester(&runs,
                                       QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester tableTester(&tables,
                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
    runs.setRows({logRow(9, RunStatus::Success), logRow(7, RunStatus::Failed)});
    runs.append({logRow(3, RunStatus::Running)});
    QCOMPARE(runs.rowCount(), 3);
    QCOMPARE(runs.oldestId(), 3);
    QCOMPARE(runs.index(1, RunListModel::Status).data(ToneRole).toInt(),
             static_cast<int>(Tone::Bad));
    QCOMPARE(runs.index(0, RunListModel::ToLocal).data().toString(), QStringLiteral("+1  ~2  −3"));
    QCOMPARE(runs.index(2, RunListModel::Duration).data().toString(), QStringLiteral("—"));
    LogRow broken = logRow(8, RunStatus::Failed);
    broken.table = QStringLiteral("orders");
    broken.errorMessage = QStringLiteral("SYNC_004\nrow");
    tables.setRows({broken});
    QCOMPARE(tables.index(0, RunTablesModel::Message).data().toString(),
             QStringLiteral("SYNC_004 row"));
}

void TestListModels::outcomes()
{
    OutcomeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SyncReport report = preview();
    report.tables[1].error = makeError(ErrorCode::SyncGuard, QStringLiteral("b"));
    model.setReport(report);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.outcomeAt(0)->changes.empty());
    QVERIFY(!model.outcomeAt(2));
    QCOMPARE(model.index(1, OutcomeModel::Status).data(ToneRole).toInt(),
             static_cast<int>(Tone::Bad));
    QVERIFY(!model.index(1, OutcomeModel::Status).data(Qt::ToolTipRole).toString().isEmpty());
}

void TestListModels::plannedChanges()
{
    PlannedChangesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(preview());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, PlannedChangesModel::Change).data().toString(),
             QStringLiteral("price: 1.00 → 2.00"));
    QCOMPARE(model.index(1, PlannedChangesModel::DirectionColumn).data().toString(),
             QStringLiteral("local → remote"));
    model.showTable(QStringLiteral("b"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.changeAt(0)->action, RowAction::Insert);
    QVERIFY(!model.changeAt(1));
    model.showTable(QString());
    QCOMPARE(model.rowCount(), 3);
}

void TestListModels::changeFields()
{
    ChangeFieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const PlannedChange gone = change(Side::Remote, RowAction::Delete, "2");
    model.setChange(&gone);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, ChangeFieldsModel::Before).data().toString(), QStringLiteral("1.00"));
    QCOMPARE(model.index(1, ChangeFieldsModel::After).data().toString(), QStringLiteral("—"));
    model.setChange(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestListModels::headersAnswerOnlyForTheirColumns()
{
    RunListModel model;
    QVERIFY(!model.headerData(-1, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(RunListModel::ColumnCount, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
    for (int column = 0; column < RunListModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestListModels::wordsOfNumbersAndTimes()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(words::duration(850ms), QStringLiteral("850 ms"));
    QCOMPARE(words::duration(12'400ms), QStringLiteral("12.4 s"));
    QCOMPARE(words::duration(185s), QStringLiteral("3 min 5 s"));
    QCOMPARE(words::duration(7'800s), QStringLiteral("2 h 10 min"));
    QCOMPARE(words::number(1'234'567), QStringLiteral("1,234,567"));
    QCOMPARE(words::counts({}), QStringLiteral("—"));
    QCOMPARE(words::moment(QDateTime()), QStringLiteral("—"));
    QCOMPARE(words::key({{QStringLiteral("a"), QStringLiteral("b")}, {QByteArray("1"), Cell()}}),
             QStringLiteral("a = 1, b = NULL"));
}

void TestListModels::notesOfTheLogReadInTheOwnWords()
{
    LogRow row = logRow(1, RunStatus::Success);
    row.errorMessage = QStringLiteral("1 conflict waits for a decision");
    QCOMPARE(words::message(row), QStringLiteral("1 conflict to decide"));
    row.errorMessage = QStringLiteral("12 conflicts were settled");
    QCOMPARE(words::message(row), QStringLiteral("12 conflicts settled by policy"));
    row.errorCode = QStringLiteral("SYNC_005");
    row.errorMessage = QStringLiteral("2 conflicts wait for a decision");
    QCOMPARE(words::message(row), row.errorMessage);
}

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_list_models.moc"
