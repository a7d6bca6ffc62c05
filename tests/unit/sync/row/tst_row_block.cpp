// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/row/row_block.h"

#include <QTest>

using namespace causeway;

class TestRowBlock final : public QObject {
    Q_OBJECT
private slots:
    void givesBackWhatItTook();
};

void TestRowBlock::givesBackWhatItTook()
{
    // NULL, an empty value, a value with a zero byte; the last column is not the block's.
    const char* first[] = {"1", nullptr, "", "digest"};
    const unsigned long firstLengths[] = {1, 0, 0, 6};
    const char* second[] = {"22", "a\0b", nullptr, "digest"};
    const unsigned long secondLengths[] = {2, 3, 0, 6};
    RowBlock block(3);
    QCOMPARE(block.size(), std::size_t{0});
    block.append({first, firstLengths, 4});
    block.append({second, secondLengths, 4});

    QCOMPARE(block.size(), std::size_t{2});
    QCOMPARE(block.bytes(), qsizetype{6});
    QVERIFY(block.cells(0) == (Cells{QByteArray("1"), std::nullopt, QByteArray("")}));
    QVERIFY(block.cells(1) == (Cells{QByteArray("22"), QByteArray("a\0b", 3), std::nullopt}));
}

QTEST_GUILESS_MAIN(TestRowBlock)
#include "tst_row_block.moc"
