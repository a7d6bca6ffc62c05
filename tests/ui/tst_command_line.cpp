// SPDX-License-Identifier: GPL-3.0-or-later
// What the console answers in a terminal, where there is no display.
#include "app/console/options.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace causeway;

class TestCommandLine final : public QObject {
    Q_OBJECT
private slots:
    void helpNeedsNoDisplay_data();
    void helpNeedsNoDisplay();
    void versionNeedsNoDisplay();
    void manualNamesEveryOption_data() { helpNeedsNoDisplay_data(); }
    void manualNamesEveryOption();
    void languageIsFoundAmongTheArguments();
};

namespace {

QString answerTo(const QStringList& arguments)
{
    QProcess program;
    QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        bare.remove(QLatin1String(name));
    program.setProcessEnvironment(bare);
    program.start(QStringLiteral(CAUSEWAY_CONSOLE), arguments);
    if (!program.waitForFinished(60'000) || program.exitStatus() != QProcess::NormalExit ||
        program.exitCode() != 0)
        return {};
    return QString::fromUtf8(program.readAllStandardOutput());
}

} // namespace

void TestCommandLine::helpNeedsNoDisplay_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("Open this profile.");
    QTest::newRow("zh_CN") << QStringLiteral("zh_CN") << QStringLiteral("打开此");
}

void TestCommandLine::helpNeedsNoDisplay()
{
    QFETCH(QString, language);
    QFETCH(QString, sentence);
    const QString help = answerTo({QStringLiteral("--help"), QStringLiteral("--lang"), language});
    QVERIFY2(help.contains(sentence), qPrintable(help));
    QVERIFY(help.contains(QStringLiteral("--profile")));
}

void TestCommandLine::versionNeedsNoDisplay()
{
    QCOMPARE(answerTo({QStringLiteral("--version")}).trimmed(),
             QStringLiteral("causeway " CAUSEWAY_VERSION));
}

void TestCommandLine::manualNamesEveryOption()
{
    QFETCH(QString, language);
    QFETCH(QString, sentence);
    const QStringList words{QStringLiteral("--lang"), language};
    QString page = answerTo(QStringList{QStringLiteral("--manual")} + words);
    page.replace(QStringLiteral("\\-"), QStringLiteral("-"));
    QVERIFY2(page.startsWith(QStringLiteral(".\\\"")) && page.contains(sentence), qPrintable(page));
    const QString help = answerTo(QStringList{QStringLiteral("--help")} + words);
    static const QRegularExpression option(QStringLiteral("--([a-z]+)"));
    int options = 0;
    for (auto match = option.globalMatch(help); match.hasNext(); ++options) {
        const QString name = match.next().captured(1);
        QVERIFY2(page.contains(QString(u"\\fB--" + name)), qPrintable(name));
    }
    QVERIFY(options >= 7);
}

void TestCommandLine::languageIsFoundAmongTheArguments()
{
    QCOMPARE(
        languageIn({QStringLiteral("--demo"), QStringLiteral("--lang"), QStringLiteral("zh_CN")}),
        QStringLiteral("zh_CN"));
    QCOMPARE(languageIn({QStringLiteral("--lang=en")}), QStringLiteral("en"));
    QCOMPARE(languageIn({QStringLiteral("--help")}), QString());
    QVERIFY(!asksForText({QStringLiteral("--profile"), QStringLiteral("help")}));
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
