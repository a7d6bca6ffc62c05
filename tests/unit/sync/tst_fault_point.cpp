// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/fault_point.h"

#include <QTest>

#include <set>

using namespace causeway;

namespace {

int g_reached = 0;

} // namespace

class TestFaultPoint final : public QObject {
    Q_OBJECT
private slots:
    void everyPointHasANameOfItsOwn();
    void namesStandForTheirPoints();
    void onlyAHookMakesAPointDoAnything();
};

void TestFaultPoint::everyPointHasANameOfItsOwn()
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kFaultPoints; ++i) {
        const auto point = static_cast<FaultPoint>(i);
        const std::string_view name = faultPointName(point);
        QVERIFY2(names.insert(name).second, name.data());
        QVERIFY(faultPointNamed(name) == point);
    }
    QVERIFY(!faultPointNamed("no.such.point"));
}

// The table of names stands apart from the enumeration: a point put in between would shift them.
void TestFaultPoint::namesStandForTheirPoints()
{
    QCOMPARE(faultPointName(FaultPoint::LockBefore), std::string_view("lock.before"));
    QCOMPARE(faultPointName(FaultPoint::SnapshotBetween), std::string_view("snapshot.between"));
    QCOMPARE(faultPointName(FaultPoint::AdoptUncommitted), std::string_view("adopt.uncommitted"));
    QCOMPARE(faultPointName(FaultPoint::ReadBackAfter), std::string_view("read_back.after"));
    QCOMPARE(faultPointName(FaultPoint::SettleUncommitted), std::string_view("settle.uncommitted"));
    QCOMPARE(faultPointName(FaultPoint::LogFinishAfter), std::string_view("log_finish.after"));
}

void TestFaultPoint::onlyAHookMakesAPointDoAnything()
{
    reach(FaultPoint::WriteBefore);
    QCOMPARE(g_reached, 0);
    setFaultHook([](FaultPoint point) { g_reached += point == FaultPoint::WriteBefore ? 1 : 100; });
    reach(FaultPoint::WriteBefore);
    QCOMPARE(g_reached, 1);
    setFaultHook(nullptr);
    reach(FaultPoint::WriteBefore);
    QCOMPARE(g_reached, 1);
}

QTEST_APPLESS_MAIN(TestFaultPoint)
#include "tst_fault_point.moc"
