// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discover/row_fetch.h"

#include <QTest>

using namespace causeway;

class TestPortionSize final : public QObject {
    Q_OBJECT
private slots:
    void growsOverSmallRowsUpToTheMost();
    void staysWhereRowsFillIt();
    void shrinksToWhatCame();
    void neverAsksForNothing();
};

void TestPortionSize::growsOverSmallRowsUpToTheMost()
{
    PortionSize size(100, 1000);
    QVERIFY(size.rows() < 100);
    for (int i = 0; i < 10; ++i)
        size.fitted(10);
    QCOMPARE(size.rows(), std::size_t{100});
}

void TestPortionSize::staysWhereRowsFillIt()
{
    PortionSize size(100, 1000);
    const std::size_t before = size.rows();
    size.fitted(800);
    QCOMPARE(size.rows(), before);
}

void TestPortionSize::shrinksToWhatCame()
{
    PortionSize size(100, 1000);
    size.exceeded(3);
    QCOMPARE(size.rows(), std::size_t{3});
    size.exceeded(3); // of three only three came, and there are more: fewer still
    QCOMPARE(size.rows(), std::size_t{2});
}

void TestPortionSize::neverAsksForNothing()
{
    PortionSize size(1, 1000);
    size.exceeded(1);
    QCOMPARE(size.rows(), std::size_t{1});
    QCOMPARE(PortionSize(0, 1000).rows(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestPortionSize)
#include "tst_portion_size.moc"
