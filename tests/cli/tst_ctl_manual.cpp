// SPDX-License-Identifier: GPL-3.0-or-later
// Help, manual and completion name every command and option there is, and nothing else.
#include "app/ctl/application.h"
#include "app/ctl/manual.h"
#include "tests/cli/ctl_process.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace causeway;
using namespace causeway::ctl;
using namespace causeway::test;

namespace {

bool hasHan(const QString& text)
{
    static const QRegularExpression han(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    return text.contains(han);
}

/// The page as it reads: escapes undone.
QString unroffed(QString page)
{
    page.replace(QLatin1String("\\-"), QLatin1String("-"));
    page.replace(QLatin1String("\\fB"), QString()).replace(QLatin1String("\\fI"), QString());
    return page.replace(QLatin1String("\\fR"), QString());
}

QStringList sorted(QStringList words)
{
    words.removeDuplicates();
    words.sort();
    return words;
}

} // namespace

class CtlManualTest final : public QObject {
    Q_OBJECT
private slots:
    void helpInBothLanguages_data();
    void helpInBothLanguages();
    void manualIsTheCommands_data();
    void manualIsTheCommands();
    void manualHasNoMistakes_data() { manualIsTheCommands_data(); }
    void manualHasNoMistakes();
    void completionNamesEverything_data();
    void completionNamesEverything();
    void bashCompletes_data();
    void bashCompletes();
    void scriptsParse_data();
    void scriptsParse();
    void unknownCommands_data();
    void unknownCommands();
    void pipesGetNoEscapes();

private:
    Ctl m_ctl;
};

void CtlManualTest::helpInBothLanguages_data()
{
    QTest::addColumn<QString>("command");
    for (const auto& command : allCommands())
        QTest::newRow(qPrintable(command->name())) << command->name();
}

void CtlManualTest::helpInBothLanguages()
{
    QFETCH(QString, command);
    const QStringList words = command.split(QLatin1Char(' ')) + QStringList{u"--help"_qs};
    const CtlResult english = m_ctl.runWords(words + QStringList{u"--lang"_qs, u"en"_qs});
    const CtlResult chinese = m_ctl.runWords(words + QStringList{u"--lang"_qs, u"zh_CN"_qs});
    EXPECT_CODE(english, 0);
    EXPECT_CODE(chinese, 0);
    QVERIFY(!hasHan(QString::fromUtf8(english.out)));
    for (const auto& one : allCommands()) {
        if (one->name() != command)
            continue;
        QVERIFY(english.out.contains(one->summary().toUtf8()));
        for (const OptionSpec& option : one->options()) {
            QVERIFY2(english.out.contains(QByteArray("--" + option.name.toLatin1())),
                     qPrintable(option.name));
            QVERIFY2(english.out.contains(option.help.toUtf8()), qPrintable(option.name));
            const auto ofOption = QRegularExpression(QLatin1String("  --") + option.name +
                                                     QLatin1String("( \\S+)?\\s+(.*)\n"));
            const QString line = ofOption.match(QString::fromUtf8(chinese.out)).captured(2);
            QVERIFY2(hasHan(line), qPrintable(option.name + QLatin1String(": ") + line));
        }
    }
    QVERIFY(hasHan(QString::fromUtf8(chinese.out).section(QLatin1Char('\n'), 0, 0)));
}

void CtlManualTest::manualIsTheCommands_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en");
    QTest::newRow("zh_CN") << QStringLiteral("zh_CN");
}

void CtlManualTest::manualIsTheCommands()
{
    QFETCH(QString, language);
    const CtlResult result = m_ctl.runWords({u"manual"_qs, u"--lang"_qs, language});
    EXPECT_CODE(result, 0);
    const QString page = unroffed(QString::fromUtf8(result.out));
    QStringList told;
    static const QRegularExpression heading(QStringLiteral("^\\.SS \"([a-z ]+?)( \\W.*|[ ][A-Z].*"
                                                           "|[ ][a-z]+\\|.*)?\"$"),
                                            QRegularExpression::MultilineOption);
    for (auto match = heading.globalMatch(page); match.hasNext();)
        told << match.next().captured(1);
    QStringList names;
    QStringList options;
    for (const auto& command : allCommands()) {
        names << command->name();
        for (const OptionSpec& option : command->options())
            options << option.name;
    }
    for (const OptionSpec& option : globalOptions())
        options << option.name;
    QCOMPARE(sorted(told), sorted(names));
    QStringList toldOptions;
    static const QRegularExpression option(QStringLiteral("^\\.TP\n--([a-z-]+)"),
                                           QRegularExpression::MultilineOption);
    for (auto match = option.globalMatch(page); match.hasNext();)
        toldOptions << match.next().captured(1);
    QCOMPARE(sorted(toldOptions), sorted(options));
    QCOMPARE(hasHan(page), language == QLatin1String("zh_CN"));
}

void CtlManualTest::manualHasNoMistakes()
{
    QFETCH(QString, language);
    const QString groff = QStandardPaths::findExecutable(QStringLiteral("groff"));
    if (groff.isEmpty()) {
        qInfo("no groff here: the page is not set");
        return;
    }
    const CtlResult page = m_ctl.runWords({u"manual"_qs, u"--lang"_qs, language});
    QProcess process;
    process.start(groff, {u"-man"_qs, u"-K"_qs, u"utf8"_qs, u"-Tutf8"_qs, u"-ww"_qs, u"-z"_qs});
    process.write(page.out);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QByteArray complaints = process.readAllStandardError();
    if (language == QLatin1String("zh_CN")) // no spaces to break lines at
        complaints.clear();
    QCOMPARE(complaints, QByteArray());
}

void CtlManualTest::completionNamesEverything_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("option"); // how the shell's script writes one
    QTest::newRow("bash") << QStringLiteral("bash") << QStringLiteral("--%1");
    QTest::newRow("zsh") << QStringLiteral("zsh") << QStringLiteral("--%1[");
    QTest::newRow("fish") << QStringLiteral("fish") << QStringLiteral("-l %1 ");
}

void CtlManualTest::completionNamesEverything()
{
    QFETCH(QString, shell);
    QFETCH(QString, option);
    const CtlResult result = m_ctl.runWords({u"completion"_qs, shell});
    EXPECT_CODE(result, 0);
    const QString script = QString::fromUtf8(result.out);
    for (const auto& command : allCommands()) {
        for (const QString& word : command->name().split(QLatin1Char(' ')))
            QVERIFY2(script.contains(word), qPrintable(word));
        for (const OptionSpec& one : command->options())
            QVERIFY2(script.contains(option.arg(one.name)), qPrintable(one.name));
    }
    for (const OptionSpec& one : globalOptions())
        QVERIFY2(script.contains(option.arg(one.name)), qPrintable(one.name));
    EXPECT_CODE(m_ctl.run(QStringLiteral("completion csh")), 2);
}

void CtlManualTest::bashCompletes_data()
{
    QTest::addColumn<QStringList>("words"); // the last one is being typed
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<QStringList>("notOffered");
    const auto row = [](const char* name, const QStringList& words, const QStringList& offered,
                        const QStringList& notOffered = {}) {
        QTest::newRow(name) << words << offered << notOffered;
    };
    row("first word", {u""_qs}, {u"sync"_qs, u"env"_qs, u"--json"_qs},
        {u"switch"_qs, u"--sync"_qs});
    row("begun", {u"com"_qs}, {u"compare"_qs, u"completion"_qs}, {u"sync"_qs});
    row("second word", {u"env"_qs, u""_qs}, {u"show"_qs, u"switch"_qs, u"undo"_qs}, {u"list"_qs});
    row("own options", {u"env"_qs, u"switch"_qs, u"--"_qs}, {u"--no-sync"_qs, u"--json"_qs},
        {u"--dry-run"_qs});
    row("fixed arguments", {u"env"_qs, u"switch"_qs, u""_qs}, {u"remote"_qs, u"local"_qs});
    row("fixed values", {u"sync"_qs, u"--type"_qs, u"F"_qs}, {u"FULL"_qs}, {u"INCREMENTAL"_qs});
    row("groups of the self-test", {u"selftest"_qs, u"--test-type"_qs, u"b"_qs}, {u"boundary"_qs},
        {u"sync"_qs});
    row("after global options", {u"--lang"_qs, u"zh_CN"_qs, u"sync"_qs, u"--d"_qs},
        {u"--dry-run"_qs, u"--direction"_qs});
    row("a value is no command", {u"--profile"_qs, u"env"_qs, u"l"_qs}, {u"log"_qs}, {u"list"_qs});
}

void CtlManualTest::bashCompletes()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, offered);
    QFETCH(QStringList, notOffered);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("script")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_ctl.run(QStringLiteral("completion bash")).out);
    file.close();
    QProcess bash;
    bash.start(QStringLiteral("bash"),
               QStringList{u"-c"_qs,
                           u"source \"$1\"; shift; COMP_WORDS=(causewayctl \"$@\"); "
                           "COMP_CWORD=$#; _causewayctl; printf '%s\\n' \"${COMPREPLY[@]}\""_qs,
                           u"bash"_qs, file.fileName()} +
                   words);
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardError(), QByteArray());
    const QStringList found =
        QString::fromUtf8(bash.readAllStandardOutput()).split(QLatin1Char('\n'));
    for (const QString& word : offered)
        QVERIFY2(found.contains(word), qPrintable(word + u" not in " + found.join(u' ')));
    for (const QString& word : notOffered)
        QVERIFY2(!found.contains(word), qPrintable(word));
}

void CtlManualTest::scriptsParse_data()
{
    completionNamesEverything_data();
}

/// Where the shell is there: its own parser takes the script.
void CtlManualTest::scriptsParse()
{
    QFETCH(QString, shell);
    const QString program = QStandardPaths::findExecutable(shell);
    if (program.isEmpty()) {
        qInfo("no %s here: its script is not parsed", qPrintable(shell));
        return;
    }
    const CtlResult script =
        m_ctl.runWords({u"completion"_qs, shell, u"--lang"_qs, QStringLiteral("zh_CN")});
    QProcess process;
    process.start(program, {QStringLiteral("-n"), QStringLiteral("/dev/stdin")});
    process.write(script.out);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
}

void CtlManualTest::unknownCommands_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("letters swapped") << QStringLiteral("snyc") << QByteArray("\"sync\"");
    QTest::newRow("sub-command") << QStringLiteral("config lst") << QByteArray("\"config list\"");
    QTest::newRow("nothing near") << QStringLiteral("xyzzy") << QByteArray("\"xyzzy\"");
}

void CtlManualTest::unknownCommands()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, told);
    const CtlResult result = m_ctl.run(words);
    EXPECT_CODE(result, 2);
    QVERIFY2(result.err.contains("there is no command") && result.err.contains(told),
             result.told().constData());
    const CtlResult json = m_ctl.run(words + QStringLiteral(" --json"));
    QCOMPARE(json.object()[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("CFG_006"));
}

void CtlManualTest::pipesGetNoEscapes()
{
    for (const char* words : {"--help", "xyzzy", "sync --type never", "manual", "profile list"}) {
        const CtlResult result = m_ctl.run(QString::fromLatin1(words));
        QVERIFY2(!result.out.contains('\x1b') && !result.err.contains('\x1b') &&
                     !result.err.contains('\r'),
                 words);
    }
}

QTEST_GUILESS_MAIN(CtlManualTest)
#include "tst_ctl_manual.moc"
