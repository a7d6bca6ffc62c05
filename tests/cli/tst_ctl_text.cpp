// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/config_commands.h"
#include "app/ctl/display_text.h"
#include "app/ctl/option_parser.h"
#include "app/ctl/report_text.h"
#include "app/ctl/resolve_command.h"
#include "app/ctl/text_table.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace causeway;
using namespace causeway::ctl;

class CtlTextTest final : public QObject {
    Q_OBJECT
private slots:
    void stripsWhatTerminalsActOn_data();
    void stripsWhatTerminalsActOn();
    void knowsWidths_data();
    void knowsWidths();
    void elides();
    void alignsWideText();
    void jsonStaysTheSame();
    void parsesOptions();
    void refusesOptions_data();
    void refusesOptions();
    void setsConfigColumns_data();
    void setsConfigColumns();
    void mergesRows();
    void tellsDurations();
};

void CtlTextTest::stripsWhatTerminalsActOn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << QStringLiteral("a b 店") << QStringLiteral("a b 店");
    QTest::newRow("colour") << QStringLiteral("\x1b[31mred\x1b[0m")
                            << QStringLiteral("␛[31mred␛[0m");
    QTest::newRow("title") << QStringLiteral("\x1b]0;x\x07") << QStringLiteral("␛]0;x␇");
    QTest::newRow("C1 control") << QString(QChar(0x9b)) + QStringLiteral("31m")
                                << QStringLiteral("31m");
    QTest::newRow("line break") << QStringLiteral("a\nb\r\tc") << QStringLiteral("a␊b␍␉c");
    QTest::newRow("backspace, DEL") << QStringLiteral("a\b\x7f") << QStringLiteral("a␈␡");
    QTest::newRow("right to left override")
        << QStringLiteral("a\u202eb\u2066c") << QStringLiteral("abc");
}

void CtlTextTest::stripsWhatTerminalsActOn()
{
    QFETCH(QString, text);
    QFETCH(QString, safe);
    QCOMPARE(oneLine(text), safe);
    QString withBreaks = safe;
    QCOMPARE(severalLines(text), withBreaks.replace(QStringLiteral("␊"), QStringLiteral("\n")));
}

void CtlTextTest::knowsWidths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("Latin") << QStringLiteral("abcé") << 4;
    QTest::newRow("Chinese") << QStringLiteral("中文字") << 6;
    QTest::newRow("full-width marks") << QStringLiteral("，。（") << 6;
    QTest::newRow("Korean, Japanese") << QStringLiteral("한カ") << 4;
    QTest::newRow("emoji") << QStringLiteral("😀") << 2;
    QTest::newRow("rare Han") << QStringLiteral("𠮷") << 2;
    QTest::newRow("combining") << QStringLiteral("e\u0301") << 1;
    QTest::newRow("arrow, dots") << QStringLiteral("→…·") << 3;
}

void CtlTextTest::knowsWidths()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(displayWidth(text), width);
}

void CtlTextTest::elides()
{
    QCOMPARE(elided(QStringLiteral("abcdef"), 6), QStringLiteral("abcdef"));
    QCOMPARE(elided(QStringLiteral("abcdefg"), 6), QStringLiteral("abcde…"));
    QCOMPARE(elided(QStringLiteral("中文字"), 5), QStringLiteral("中文…"));
    QCOMPARE(elided(QStringLiteral("中文字"), 4), QStringLiteral("中…"));
}

void CtlTextTest::alignsWideText()
{
    TextTable table;
    table.addColumn(QStringLiteral("名称"));
    table.addColumn(QStringLiteral("n"), TextTable::Align::Right);
    table.addRow({QStringLiteral("茶"), QStringLiteral("1")});
    table.addRow({QStringLiteral("teapot"), QStringLiteral("12\x1b")});
    QCOMPARE(table.toString(),
             QStringLiteral("名称      n\n──────  ───\n茶        1\nteapot  12␛\n"));
    const QStringList lines = table.toString().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines)
        QCOMPARE(displayWidth(line), 11);
}

void CtlTextTest::jsonStaysTheSame()
{
    const QString controls = QString(QChar(0x9b)) + QChar(0x7f) + QChar(0x85);
    const QJsonObject object{{QStringLiteral("a"), QString(controls + QStringLiteral("é中"))}};
    const QByteArray plain = QJsonDocument(object).toJson();
    const QByteArray safe = terminalSafeJson(plain);
    QVERIFY(plain != safe);
    QCOMPARE(QJsonDocument::fromJson(safe).object(), object);
    QVERIFY(!safe.contains("\xc2\x9b") && !safe.contains('\x7f'));
}

namespace {

OptionParser parser()
{
    return OptionParser({{QStringLiteral("flag"), {}, {}},
                         {QStringLiteral("one"), QStringLiteral("V"), {}},
                         {QStringLiteral("many"), QStringLiteral("V"), {}, true},
                         {QStringLiteral("help"), {}, {}}});
}

} // namespace

void CtlTextTest::parsesOptions()
{
    const auto words = QStringLiteral("a --flag --one 1 --many=x=y b --many z -h -- --flag")
                           .split(QLatin1Char(' '));
    const auto options = parser().parse(words);
    QVERIFY(options.ok());
    QVERIFY(options->has(QStringLiteral("flag")) && options->has(QStringLiteral("help")));
    QCOMPARE(options->value(QStringLiteral("one")), QStringLiteral("1"));
    QCOMPARE(options->values(QStringLiteral("many")),
             QStringList({QStringLiteral("x=y"), QStringLiteral("z")}));
    QCOMPARE(options->arguments(),
             QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("--flag")}));
    QCOMPARE(parser().firstArgument(QStringLiteral("--one 1 --flag x").split(QLatin1Char(' '))), 3);
    QCOMPARE(parser().firstArgument(QStringLiteral("--one=1 x").split(QLatin1Char(' '))), 1);
    QCOMPARE(parser().firstArgument(QStringLiteral("--flag").split(QLatin1Char(' '))), -1);
}

void CtlTextTest::refusesOptions_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown") << QStringLiteral("--what");
    QTest::newRow("unknown with value") << QStringLiteral("--what=secret");
    QTest::newRow("short") << QStringLiteral("-x");
    QTest::newRow("value missing") << QStringLiteral("--one");
    QTest::newRow("value unwanted") << QStringLiteral("--flag=1");
    QTest::newRow("twice") << QStringLiteral("--one 1 --one 2");
}

void CtlTextTest::refusesOptions()
{
    QFETCH(QString, words);
    const auto options = parser().parse(words.split(QLatin1Char(' ')));
    QVERIFY(!options.ok());
    QCOMPARE(options.error().code, ErrorCode::CfgUsage);
    QVERIFY(!options.error().message().contains(QLatin1String("secret")));
}

void CtlTextTest::setsConfigColumns_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("error"); // -1: none
    const int good = -1;
    const int invalid = static_cast<int>(ErrorCode::CfgInvalid);
    const auto row = [](const char* column, const char* value, int error) {
        QTest::addRow("%s=%s", column, value)
            << QString::fromUtf8(column) << QString::fromUtf8(value) << error;
    };
    row("sync_enabled", "0", good);
    row("sync_enabled", "False", good);
    row("sync_enabled", "2", invalid);
    row("sync_type", "full", good);
    row("sync_type", "half", invalid);
    row("sync_direction", "LOCAL_TO_REMOTE", good);
    row("sync_direction", "UP", static_cast<int>(ErrorCode::CfgDirection));
    row("conflict_resolution", "SKIP", good);
    row("conflict_resolution", "", invalid);
    row("priority", "-5", good);
    row("priority", "high", invalid);
    row("last_sync_time", "now", invalid);
    row("nothing", "1", invalid);
}

void CtlTextTest::setsConfigColumns()
{
    QFETCH(QString, column);
    QFETCH(QString, value);
    QFETCH(int, error);
    TableConfig row;
    const TableConfig before = row;
    const Status done = setConfigColumn(row, column, value);
    QCOMPARE(done.ok() ? -1 : static_cast<int>(done.error().code), error);
    QCOMPARE(row != before, done.ok());
}

void CtlTextTest::mergesRows()
{
    const RowImage base{{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("note")},
                        {QByteArray("1"), QByteArray("a"), QByteArray("b")}};
    const auto merged = mergedRow(base, {QStringLiteral("name=x=y")}, {QStringLiteral("note")});
    QVERIFY(merged.ok());
    QCOMPARE(merged->columns, base.columns);
    QCOMPARE(merged->cells, (Cells{QByteArray("1"), QByteArray("x=y"), std::nullopt}));
    QCOMPARE(mergedRow(base, {QStringLiteral("other=1")}, {}).error().code, ErrorCode::CfgInvalid);
    QCOMPARE(mergedRow(base, {QStringLiteral("name")}, {}).error().code, ErrorCode::CfgUsage);
}

void CtlTextTest::tellsDurations()
{
    using std::chrono::milliseconds;
    QCOMPARE(durationText(milliseconds(350)), QStringLiteral("350 ms"));
    QCOMPARE(durationText(milliseconds(12'340)), QStringLiteral("12.3 s"));
    QCOMPARE(durationText(milliseconds(245'000)), QStringLiteral("4 min 05 s"));
}

QTEST_GUILESS_MAIN(CtlTextTest)
#include "tst_ctl_text.moc"
