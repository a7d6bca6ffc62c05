// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text_diff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace causeway;

namespace {

/// "a[b]c": what is only on this side stands in brackets.
QString marked(const std::vector<DiffPiece>& pieces)
{
    QString text;
    for (const DiffPiece& piece : pieces)
        text += piece.isCommon ? piece.text : QStringLiteral("[%1]").arg(piece.text);
    return text;
}

QString joined(const std::vector<DiffPiece>& pieces, bool onlyCommon)
{
    QString text;
    for (const DiffPiece& piece : pieces)
        text += piece.isCommon || !onlyCommon ? piece.text : QString();
    return text;
}

} // namespace

class TestTextDiff final : public QObject {
    Q_OBJECT
private slots:
    void marksWhatDiffers_data();
    void marksWhatDiffers();
    void piecesMakeUpBothTexts();
    void longTextsAreNotComparedForEver();
};

void TestTextDiff::marksWhatDiffers_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("markedFirst");
    QTest::addColumn<QString>("markedSecond");
    const auto row = [](const char* name, const char* a, const char* b, const char* ma,
                        const char* mb) {
        QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b) << QString::fromUtf8(ma)
                            << QString::fromUtf8(mb);
    };
    row("equal", "tea", "tea", "tea", "tea");
    row("empty", "", "tea", "", "[tea]");
    row("one digit", "12.50", "13.50", "1[2].50", "1[3].50");
    row("insertion", "green tea", "green hot tea", "green tea", "green [hot ]tea");
    row("repeated end", "aa", "aaa", "aa", "aa[a]");
    row("two places", "abcdef", "xbcdey", "[a]bcde[f]", "[x]bcde[y]");
    row("emoji of one lead", "茶🍵!", "茶🍶!", "茶[🍵]!", "茶[🍶]!");
}

void TestTextDiff::marksWhatDiffers()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const TextDiff diff = diffText(first, second);
    QTEST(marked(diff.first), "markedFirst");
    QTEST(marked(diff.second), "markedSecond");
}

void TestTextDiff::piecesMakeUpBothTexts()
{
    QRandomGenerator random(7);
    const auto text = [&random] {
        QString made;
        for (int i = random.bounded(12); i > 0; --i)
            made += QChar(u'a' + static_cast<char16_t>(random.bounded(3)));
        return made;
    };
    for (int i = 0; i < 2000; ++i) {
        const QString a = text();
        const QString b = text();
        const TextDiff diff = diffText(a, b);
        QCOMPARE(joined(diff.first, false), a);
        QCOMPARE(joined(diff.second, false), b);
        QCOMPARE(joined(diff.first, true), joined(diff.second, true));
    }
}

void TestTextDiff::longTextsAreNotComparedForEver()
{
    const QString a = QStringLiteral("<") % QString(200'000, u'a') % QStringLiteral(">");
    const QString b = QStringLiteral("<") % QString(200'000, u'b') % QStringLiteral(">");
    const TextDiff diff = diffText(a, b);
    QCOMPARE(diff.first.size(), 3U);
    QCOMPARE(diff.first[1].text.size(), 200'000);
    QCOMPARE(diff.second[2].text, QStringLiteral(">"));
}

QTEST_MAIN(TestTextDiff)
#include "tst_text_diff.moc"
