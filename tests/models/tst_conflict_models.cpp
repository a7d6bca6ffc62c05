// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflict_fields_model.h"
#include "models/conflict_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace causeway;

namespace {

RowImage row(const QByteArray& name, const QByteArray& price, const Cell& note)
{
    return {{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("price"),
             QStringLiteral("note")},
            {QByteArray("7"), name, price, note}};
}

ConflictRow conflict(qint64 id)
{
    ConflictRow made;
    made.id = id;
    made.table = QStringLiteral("products");
    made.key = {{QStringLiteral("id")}, {QByteArray("7")}};
    made.base = row("tea", "10.00", std::nullopt);
    made.remote = row("tea", "12.00", QByteArray("new"));
    made.local = row("green tea", "11.00", std::nullopt);
    return made;
}

ConflictRow withoutBase(qint64 id)
{
    ConflictRow made = conflict(id);
    made.base.reset();
    return made;
}

int rowOf(const ConflictFieldsModel& model, const char* column)
{
    for (int i = 0; i < model.rowCount(); ++i) {
        if (model.index(i, ConflictFieldsModel::Name).data().toString() == QLatin1String(column))
            return i;
    }
    return -1;
}

QString letter(const ConflictFieldsModel& model, const char* column)
{
    return model.index(rowOf(model, column), ConflictFieldsModel::State).data().toString();
}

QString result(const ConflictFieldsModel& model, const char* column)
{
    return model.index(rowOf(model, column), ConflictFieldsModel::ResultColumn).data().toString();
}

bool edit(ConflictFieldsModel& model, const char* column, const QVariant& value)
{
    return model.setData(model.index(rowOf(model, column), ConflictFieldsModel::ResultColumn),
                         value, Qt::EditRole);
}

ConflictDecision use(qint64 id, Settlement settlement)
{
    ConflictDecision decision;
    decision.conflictId = id;
    decision.use = settlement;
    return decision;
}

} // namespace

class TestConflictModels final : public QObject {
    Q_OBJECT
private slots:
    void baseCanBeTakenAgain();
    void mergedInAdvanceIsMarked();
    void valueThatDoesNotFitStandsInNoDecision();
    void stagingIsUndoneStepByStep();
    void decisionNamesTheVersionThatWasSeen();
    void withABaseLoneChangesAreMergedInAdvance();
    void withoutABaseEveryDifferenceWaits();
    void choosingFieldsMakesAMergedDecision();
    void takingARowIsThatSide();
    void choosingOneSideFieldByFieldIsThatSide();
    void editedCellsAndNull();
    void keyAndBytesCannotBeEdited();
    void aDeletedSideCanOnlyBeTakenWhole();
    void aDecisionIsShownAgainAsItWas();
    void queueStagesAndAdvances();
    void queueKeepsDecisionsOnlyOfUnchangedConflicts();
    void problemsDropTheDecision();
};

void TestConflictModels::baseCanBeTakenAgain()
{
    ConflictFieldsModel model;
    model.setConflict(conflict(1), nullptr);
    model.takeBase(-1);
    const auto decision = model.decision();
    QVERIFY(decision.has_value());
    QCOMPARE(decision->use, Settlement::Merged);
    QVERIFY(decision->merged == conflict(1).base);
    QCOMPARE(letter(model, "price"), QStringLiteral("B"));
    ConflictFieldsModel again;
    again.setConflict(conflict(1), &*decision);
    QCOMPARE(letter(again, "price"), QStringLiteral("B"));
    ConflictFieldsModel unknown;
    unknown.setConflict(withoutBase(1), nullptr);
    unknown.takeBase(-1);
    QVERIFY(!unknown.decision());
}

void TestConflictModels::mergedInAdvanceIsMarked()
{
    ConflictFieldsModel model;
    model.setConflict(conflict(1), nullptr);
    QCOMPARE(model.proposedFields(), 2); // name by local, note by remote; both changed the price
    const auto tip = [&model](const char* column) {
        return model.index(rowOf(model, column), ConflictFieldsModel::State)
            .data(Qt::ToolTipRole)
            .toString();
    };
    QVERIFY(tip("name").contains(QStringLiteral("only local")));
    QVERIFY(tip("note").contains(QStringLiteral("only remote")));
    model.takeField(rowOf(model, "name"), Side::Remote);
    QCOMPARE(model.proposedFields(), 1);
}

void TestConflictModels::valueThatDoesNotFitStandsInNoDecision()
{
    ConflictFieldsModel model;
    model.setConflict(conflict(1), nullptr);
    ColumnSchema price;
    price.name = QStringLiteral("price");
    price.type = TypeClass::Decimal;
    price.columnType = QStringLiteral("decimal(5,2)");
    model.setColumns({price});
    QVERIFY(edit(model, "price", QStringLiteral("1000")));
    QVERIFY(model.valueProblem().contains(QStringLiteral("price")));
    QVERIFY(!model.decision());
    QVERIFY(edit(model, "price", QStringLiteral("999.99")));
    QVERIFY(model.valueProblem().isEmpty());
    QVERIFY(model.decision().has_value());
}

void TestConflictModels::stagingIsUndoneStepByStep()
{
    ConflictListModel queue;
    queue.setConflicts({conflict(1), conflict(2), conflict(3)});
    const auto use = [&queue](qint64 id) {
        const ConflictDecision* staged = queue.stagedFor(id);
        return staged ? std::optional(staged->use) : std::nullopt;
    };
    queue.stage({1, Settlement::Remote});
    queue.stage({1, Settlement::Local});
    queue.stage({1, Settlement::Local}); // the same again is no step
    queue.stageAll({2, 3}, Settlement::Remote);
    queue.unstageAll();
    QCOMPARE(queue.stagedCount(), 0);
    queue.undo();
    QCOMPARE(queue.stagedCount(), 3);
    queue.undo();
    QCOMPARE(queue.stagedCount(), 1);
    QCOMPARE(use(1), Settlement::Local);
    queue.undo();
    QCOMPARE(use(1), Settlement::Remote);
    queue.redo();
    QCOMPARE(use(1), Settlement::Local);
    queue.undo();
    queue.undo();
    QVERIFY(!queue.canUndo());
    queue.redo();
    queue.setProblem(1, QStringLiteral("moved")); // it was tried
    QVERIFY(!queue.canUndo() && !queue.canRedo());
}

void TestConflictModels::withABaseLoneChangesAreMergedInAdvance()
{
    ConflictFieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConflict(conflict(1), nullptr);
    QVERIFY(model.hasBase());
    QCOMPARE(letter(model, "id"), QStringLiteral("="));
    QCOMPARE(letter(model, "name"), QStringLiteral("L"));
    QCOMPARE(letter(model, "note"), QStringLiteral("R"));
    QCOMPARE(letter(model, "price"), QStringLiteral("!"));
    QCOMPARE(result(model, "name"), QStringLiteral("green tea"));
    QCOMPARE(result(model, "note"), QStringLiteral("new"));
    QCOMPARE(result(model, "price"), QStringLiteral("?"));
    QCOMPARE(model.undecidedFields(), 1);
    QVERIFY(!model.decision());
}

void TestConflictModels::withoutABaseEveryDifferenceWaits()
{
    ConflictFieldsModel model;
    model.setConflict(withoutBase(1), nullptr);
    QVERIFY(!model.hasBase());
    QCOMPARE(model.undecidedFields(), 3);
    QCOMPARE(model.equalFields(), 1);
}

void TestConflictModels::choosingFieldsMakesAMergedDecision()
{
    ConflictFieldsModel model;
    QSignalSpy changed(&model, &ConflictFieldsModel::resultChanged);
    model.setConflict(conflict(5), nullptr);
    model.takeField(rowOf(model, "price"), Side::Remote);
    QCOMPARE(changed.count(), 1);
    const auto decision = model.decision();
    QVERIFY(decision.has_value());
    QCOMPARE(decision->conflictId, 5);
    QCOMPARE(decision->use, Settlement::Merged);
    QCOMPARE(*decision->merged.find(QStringLiteral("name")), Cell("green tea"));
    QCOMPARE(*decision->merged.find(QStringLiteral("price")), Cell("12.00"));
    QCOMPARE(*decision->merged.find(QStringLiteral("note")), Cell("new"));
}

void TestConflictModels::takingARowIsThatSide()
{
    ConflictFieldsModel model;
    model.setConflict(conflict(1), nullptr);
    model.takeRow(Side::Local);
    QCOMPARE(model.decision()->use, Settlement::Local);
    QCOMPARE(result(model, "note"), QStringLiteral("NULL"));
    model.takeRow(Side::Remote);
    QCOMPARE(model.decision()->use, Settlement::Remote);
    model.reset();
    QVERIFY(!model.decision());
}

void TestConflictModels::choosingOneSideFieldByFieldIsThatSide()
{
    ConflictFieldsModel model;
    model.setConflict(withoutBase(1), nullptr);
    for (const char* column : {"name", "price", "note"})
        model.takeField(rowOf(model, column), Side::Remote);
    QCOMPARE(model.decision()->use, Settlement::Remote);
    QVERIFY(model.decision()->merged.columns.isEmpty());
}

void TestConflictModels::editedCellsAndNull()
{
    ConflictFieldsModel model;
    model.setConflict(conflict(1), nullptr);
    QVERIFY(edit(model, "price", QStringLiteral("11.50")));
    QCOMPARE(letter(model, "price"), QStringLiteral("✎"));
    QVERIFY(model.setNull(rowOf(model, "note")));
    const auto decision = model.decision();
    QCOMPARE(decision->use, Settlement::Merged);
    QCOMPARE(*decision->merged.find(QStringLiteral("price")), Cell("11.50"));
    QCOMPARE(*decision->merged.find(QStringLiteral("note")), Cell());
    QVERIFY(edit(model, "note", QString()));
    QCOMPARE(*model.decision()->merged.find(QStringLiteral("note")), Cell(""));
}

void TestConflictModels::keyAndBytesCannotBeEdited()
{
    ConflictRow binary = conflict(1);
    binary.remote->cells[3] = QByteArray("\xff\x00\x01", 3);
    ConflictFieldsModel model;
    model.setConflict(binary, nullptr);
    QVERIFY(!edit(model, "id", QStringLiteral("8")));
    QVERIFY(!edit(model, "note", QStringLiteral("text")));
    QVERIFY(edit(model, "name", QStringLiteral("text")));
}

void TestConflictModels::aDeletedSideCanOnlyBeTakenWhole()
{
    ConflictRow deleted = conflict(1);
    deleted.kind = ConflictKind::DeleteUpdate;
    deleted.remote.reset();
    ConflictFieldsModel model;
    model.setConflict(deleted, nullptr);
    QVERIFY(!model.canMerge());
    QVERIFY(!edit(model, "price", QStringLiteral("1")));
    model.takeField(rowOf(model, "price"), Side::Local);
    QVERIFY(!model.decision());
    model.takeRow(Side::Remote);
    QCOMPARE(model.decision()->use, Settlement::Remote);
    QCOMPARE(result(model, "price"), QStringLiteral("—"));
    model.takeRow(Side::Local);
    QCOMPARE(model.decision()->use, Settlement::Local);
    QCOMPARE(result(model, "price"), QStringLiteral("11.00"));
}

void TestConflictModels::aDecisionIsShownAgainAsItWas()
{
    ConflictFieldsModel first;
    first.setConflict(conflict(1), nullptr);
    QVERIFY(edit(first, "price", QStringLiteral("11.50")));
    const auto decision = first.decision();
    ConflictFieldsModel again;
    again.setConflict(conflict(1), &*decision);
    QCOMPARE(letter(again, "price"), QStringLiteral("✎"));
    QCOMPARE(letter(again, "name"), QStringLiteral("L"));
    QCOMPARE(letter(again, "note"), QStringLiteral("R"));
    QCOMPARE(again.decision()->merged, decision->merged);
}

void TestConflictModels::queueStagesAndAdvances()
{
    ConflictListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy staged(&model, &ConflictListModel::stagedChanged);
    model.setConflicts({conflict(1), conflict(2)});
    model.append({conflict(3)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.lastId(), 3);
    QCOMPARE(model.nextUndecided(0), 0);
    model.stage(use(1, Settlement::Remote));
    model.stage(use(3, Settlement::Local));
    QCOMPARE(staged.last().first().toInt(), 2);
    QCOMPARE(model.nextUndecided(2), 1);
    model.stage(use(2, Settlement::Remote));
    QCOMPARE(model.nextUndecided(0), -1);
    QCOMPARE(model.staged().size(), 3U);
    QCOMPARE(model.staged()[2].use, Settlement::Local);
    model.stage(use(99, Settlement::Remote));
    QCOMPARE(model.stagedCount(), 3);
    model.unstageAll();
    QCOMPARE(model.stagedCount(), 0);
}

void TestConflictModels::queueKeepsDecisionsOnlyOfUnchangedConflicts()
{
    ConflictListModel model;
    model.setConflicts({conflict(1), conflict(2), conflict(3)});
    for (const qint64 id : {1, 2, 3})
        model.stage(use(id, Settlement::Remote));
    ConflictRow refreshed = conflict(2);
    refreshed.local = row("other", "1.00", std::nullopt);
    model.setConflicts({conflict(1), refreshed});
    QCOMPARE(model.stagedCount(), 1);
    QVERIFY(model.stagedFor(1));
    QVERIFY(!model.stagedFor(2));
}

void TestConflictModels::problemsDropTheDecision()
{
    ConflictListModel model;
    model.setConflicts({conflict(1)});
    model.stage(use(1, Settlement::Remote));
    model.setProblem(1, QStringLiteral("changed meanwhile"));
    QCOMPARE(model.stagedCount(), 0);
    QCOMPARE(model.problemOf(1), QStringLiteral("changed meanwhile"));
    QCOMPARE(model.index(0, ConflictListModel::Decision).data(ToneRole).toInt(),
             static_cast<int>(Tone::Bad));
    model.stage(use(1, Settlement::Local));
    QVERIFY(model.problemOf(1).isEmpty());
}

void TestConflictModels::decisionNamesTheVersionThatWasSeen()
{
    const QDateTime first(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    ConflictRow seen = conflict(3);
    seen.updatedAt = first;
    ConflictFieldsModel fields;
    fields.setConflict(seen, nullptr);
    fields.takeRow(Side::Remote);
    QCOMPARE(fields.decision()->seenAt, first);
    ConflictListModel queue;
    queue.setConflicts({seen});
    queue.stage(*fields.decision());
    // Looked at again by a run, but both rows are as they were: the decision still fits.
    seen.updatedAt = first.addSecs(60);
    queue.setConflicts({seen});
    QCOMPARE(queue.stagedFor(3)->seenAt, seen.updatedAt);
    // One row moved: the decision was about something else.
    seen.remote = row("tea", "13.00", std::nullopt);
    queue.setConflicts({seen});
    QVERIFY(!queue.stagedFor(3));
}

QTEST_GUILESS_MAIN(TestConflictModels)
#include "tst_conflict_models.moc"
