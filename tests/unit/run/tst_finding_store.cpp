// SPDX-License-Identifier: GPL-3.0-or-later
// Findings come back in their order and with what a run needs of them, few or many.
#include "sync/run/finding_store.h"

#include <QTest>

using namespace causeway;

namespace {

constexpr int kMany = 2 * static_cast<int>(FindingStore::kInMemory) + 5;

/// Every kind of finding in turn; keys hold what a delimiter would trip over.
Finding finding(int number)
{
    Finding result;
    result.key = QByteArrayLiteral("key\0\n") + QByteArray::number(number);
    const bool toLocal = number % 2 == 0;
    result.decision.verdict = toLocal ? Verdict::CopyToLocal : Verdict::CopyToRemote;
    const auto digest = ~quint64(number);
    if (number % 3 != 0)
        result.state.remote = digest;
    if (number % 3 != 1)
        result.state.local = quint64(number);
    if (number % 5 == 0)
        result.decision.conflict = ConflictKind::UpdateDelete;
    return result;
}

} // namespace

class TestFindingStore final : public QObject {
    Q_OBJECT

private slots:
    void comesBackInOrder_data();
    void comesBackInOrder();
    void counts();
    void survivesAMove();
    void stopsAtAnError();
};

void TestFindingStore::comesBackInOrder_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("none") << 0;
    QTest::newRow("few") << 7;
    QTest::newRow("just what memory takes") << static_cast<int>(FindingStore::kInMemory);
    QTest::newRow("many") << kMany;
}

void TestFindingStore::comesBackInOrder()
{
    QFETCH(int, number);
    FindingStore store;
    for (int i = 0; i < number; ++i)
        QVERIFY(store.append(finding(i)).ok());
    QCOMPARE(store.size(), number);
    for (int round = 0; round < 2; ++round) {
        int next = 0;
        const Status told = store.forEach([&](const std::vector<Finding>& some) {
            for (const Finding& found : some) {
                const Finding expected = finding(next++);
                if (found.key != expected.key || found.decision != expected.decision ||
                    found.state != expected.state)
                    return Status(makeError(ErrorCode::SysInternal, QStringLiteral("differs")));
            }
            return some.size() <= FindingStore::kInMemory
                       ? okStatus()
                       : Status(makeError(ErrorCode::SysInternal, QStringLiteral("too many")));
        });
        QVERIFY(told.ok());
        QCOMPARE(next, number);
    }
}

void TestFindingStore::counts()
{
    FindingStore store;
    for (int i = 0; i < 60; ++i)
        QVERIFY(store.append(finding(i)).ok());
    // Every third one is not on the remote side: a delete on the local one, when it goes there.
    QCOMPARE(store.deletesOn(Side::Local), 10);
    QCOMPARE(store.upsertsOn(Side::Local), 20);
    QCOMPARE(store.deletesOn(Side::Remote), 10);
    QCOMPARE(store.upsertsOn(Side::Remote), 20);
    store.withdraw(59);
    QVERIFY(!store.empty());
    store.withdraw(1);
    QVERIFY(store.empty());
}

void TestFindingStore::survivesAMove()
{
    FindingStore store;
    for (int i = 0; i < kMany; ++i)
        QVERIFY(store.append(finding(i)).ok());
    const FindingStore moved = std::exchange(store, {});
    QVERIFY(store.empty());
    int told = 0;
    QVERIFY(moved
                .forEach([&](const std::vector<Finding>& some) {
                    told += static_cast<int>(some.size());
                    return okStatus();
                })
                .ok());
    QCOMPARE(told, kMany);
    QVERIFY(store.append(finding(1)).ok());
    QCOMPARE(store.size(), 1);
}

void TestFindingStore::stopsAtAnError()
{
    FindingStore store;
    for (int i = 0; i < kMany; ++i)
        QVERIFY(store.append(finding(i)).ok());
    int calls = 0;
    const Status told = store.forEach([&](const std::vector<Finding>&) {
        ++calls;
        return Status(makeError(ErrorCode::SyncInterrupted, QStringLiteral("t")));
    });
    QVERIFY(!told.ok());
    QCOMPARE(told.error().code, ErrorCode::SyncInterrupted);
    QCOMPARE(calls, 1);
}

QTEST_APPLESS_MAIN(TestFindingStore)
#include "tst_finding_store.moc"
