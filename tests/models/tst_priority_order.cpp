// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/priority_order.h"

#include <QTest>

#include <algorithm>

using causeway::prioritiesAfterMove;

class TestPriorityOrder final : public QObject {
    Q_OBJECT
private slots:
    void movedOneRunsBetweenItsNeighbours_data();
    void movedOneRunsBetweenItsNeighbours();
    void everyMoveOfManyKeepsTheOthersInOrder();
    void nothingFitsWhenThereAreTooMany();
};

using Numbers = std::vector<int>;
Q_DECLARE_METATYPE(Numbers)

void TestPriorityOrder::movedOneRunsBetweenItsNeighbours_data()
{
    QTest::addColumn<Numbers>("before");
    QTest::addColumn<int>("moved");
    QTest::addColumn<Numbers>("wanted");
    QTest::newRow("to the top of equals") << Numbers{50, 50, 50} << 0 << Numbers{51, 50, 50};
    QTest::newRow("to the bottom of equals") << Numbers{50, 50, 50} << 2 << Numbers{50, 50, 49};
    QTest::newRow("into a gap") << Numbers{90, 10, 50} << 1 << Numbers{90, 51, 50};
    QTest::newRow("above the greatest number")
        << Numbers{10, 1000, 1000, 5} << 0 << Numbers{1000, 999, 998, 5};
    QTest::newRow("below the smallest number") << Numbers{9, 0, 7} << 2 << Numbers{9, 1, 0};
}

void TestPriorityOrder::movedOneRunsBetweenItsNeighbours()
{
    QFETCH(Numbers, before);
    QFETCH(int, moved);
    const Numbers after = prioritiesAfterMove(before, moved, 0, 1000);
    const auto place = static_cast<std::size_t>(moved);
    QCOMPARE(after.size(), before.size());
    if (place > 0)
        QVERIFY(after[place - 1] > after[place]);
    if (place + 1 < after.size())
        QVERIFY(after[place] > after[place + 1]);
    QFETCH(Numbers, wanted);
    QCOMPARE(after, wanted);
}

void TestPriorityOrder::everyMoveOfManyKeepsTheOthersInOrder()
{
    Numbers numbers;
    for (int i = 0; i < 300; ++i)
        numbers.push_back(1000 - i * i % 7);
    std::sort(numbers.rbegin(), numbers.rend());
    for (int from = 0; from < 300; from += 13) {
        for (int to = 0; to < 300; to += 11) {
            if (from == to)
                continue;
            Numbers order = numbers;
            const int moved = order[static_cast<std::size_t>(from)];
            order.erase(order.begin() + from);
            order.insert(order.begin() + to, moved);
            const Numbers after = prioritiesAfterMove(order, to, 0, 1000);
            QCOMPARE(after.size(), order.size());
            QVERIFY(std::is_sorted(after.rbegin(), after.rend()));
            QVERIFY(*std::max_element(after.begin(), after.end()) <= 1000);
            QVERIFY(*std::min_element(after.begin(), after.end()) >= 0);
        }
    }
}

void TestPriorityOrder::nothingFitsWhenThereAreTooMany()
{
    QVERIFY(prioritiesAfterMove(Numbers(23, 5), 11, 0, 10).empty());
    QCOMPARE(prioritiesAfterMove(Numbers(11, 5), 5, 0, 10).size(), std::size_t{11});
    QVERIFY(prioritiesAfterMove({}, 0, 0, 10).empty());
}

QTEST_APPLESS_MAIN(TestPriorityOrder)
#include "tst_priority_order.moc"
