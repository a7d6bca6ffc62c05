// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/quote.h"

#include <QTest>

using namespace causeway;

class QuoteTest final : public QObject {
    Q_OBJECT

private slots:
    void identifiers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("quoted");
        QTest::newRow("plain") << QStringLiteral("orders") << QByteArrayLiteral("`orders`");
        QTest::newRow("backtick") << QStringLiteral("a`b") << QByteArrayLiteral("`a``b`");
        QTest::newRow("starts and ends with a backtick")
            << QStringLiteral("`x`") << QByteArrayLiteral("```x```");
        QTest::newRow("only a backtick") << QStringLiteral("`") << QByteArrayLiteral("````");
        QTest::newRow("dot stays one identifier")
            << QStringLiteral("a.b") << QByteArrayLiteral("`a.b`");
        QTest::newRow("injection") << QStringLiteral("x`; DROP TABLE t; -- ")
                                   << QByteArrayLiteral("`x``; DROP TABLE t; -- `");
        QTest::newRow("backslash and quotes stand for themselves")
            << QStringLiteral("a\\'\"") << QByteArrayLiteral("`a\\'\"`");
        QTest::newRow("chinese") << QString::fromUtf8("订单") << QByteArray("`订单`");
    }
    void identifiers()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, quoted);
        QCOMPARE(quoteIdentifier(name), quoted);
    }

    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("quoted");
        QTest::newRow("empty") << QByteArray() << QByteArrayLiteral("''");
        QTest::newRow("quote") << QByteArrayLiteral("it's") << QByteArrayLiteral("'it\\'s'");
        QTest::newRow("double quote") << QByteArrayLiteral("\"") << QByteArrayLiteral("'\\\"'");
        QTest::newRow("backslash") << QByteArrayLiteral("a\\") << QByteArrayLiteral("'a\\\\'");
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QByteArrayLiteral("'a\\0b'");
        QTest::newRow("line ends") << QByteArrayLiteral("\r\n") << QByteArrayLiteral("'\\r\\n'");
        QTest::newRow("ctrl-z") << QByteArrayLiteral("\x1a") << QByteArrayLiteral("'\\Z'");
        QTest::newRow("tab stays") << QByteArrayLiteral("\t") << QByteArrayLiteral("'\t'");
        QTest::newRow("percent stays")
            << QByteArrayLiteral("100%_") << QByteArrayLiteral("'100%_'");
        QTest::newRow("emoji") << QByteArray("😀") << QByteArray("'😀'");
    }
    void texts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, quoted);
        QCOMPARE(quoteText(text), quoted);
        QCOMPARE(quoteText(QString::fromUtf8(text)), quoted);
    }

    void bytes()
    {
        QCOMPARE(quoteBytes({}), QByteArrayLiteral("''"));
        QCOMPARE(quoteBytes(QByteArray("\0\xff'", 3)), QByteArrayLiteral("x'00ff27'"));
    }
};

QTEST_APPLESS_MAIN(QuoteTest)
#include "tst_quote.moc"
