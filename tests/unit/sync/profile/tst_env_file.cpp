// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_file.h"
#include "sync/profile/private_file.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace causeway;

namespace {

EnvFile parsed(const QByteArray& content)
{
    auto file = EnvFile::parse(content, QStringLiteral(".env"));
    return file.ok() ? *file : EnvFile();
}

} // namespace

class EnvFileTest final : public QObject {
    Q_OBJECT
private slots:
    void readsValues_data();
    void readsValues();
    void refuses_data();
    void refuses();
    void warns_data();
    void warns();
    void keepsEveryByte();
    void edits_data();
    void edits();
    void whatIsWrittenReadsBack();
    void refusesBadNames();
    void capsTheSize();
    void savesAtomicallyAndKeepsPermissions();
    void namesTheFileInErrors();
};

void EnvFileTest::readsValues_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* line, const char* value) {
        QTest::newRow(line) << QByteArray(line) << QString::fromUtf8(value);
    };
    row("A=b", "b");
    row("A=", "");
    row("A = b ", "b");
    row("  A=b", "b");
    row("export A=b", "b");
    row("export\tA=b", "b");
    row("A=b c", "b c");
    row("A=b # comment", "b");
    row("A=b#c", "b#c");
    row("A=#c", "#c");
    row("A= # comment", "");
    row("A='b # c'", "b # c");
    row("A='b' # c", "b");
    row("A='b\\n$x'", "b\\n$x");
    row("A=\"b # c\"", "b # c");
    row("A=\"b\\nc\"", "b\nc");
    row("A=\"\\\"\\\\\\$\\t\\r\"", "\"\\$\t\r");
    row("A=\"\\q\"", "\\q");
    row("A=\"$HOME $(id) `id` ${1}\"", "$HOME $(id) `id` ${1}");
    row("A=$(id)`id`$HOME${HOME}", "$(id)`id`$HOME${HOME}");
    row("A=!Abc#123$x", "!Abc#123$x");
    row("A=\"two\nlines\"", "two\nlines");
    row("A='two\nlines'", "two\nlines");
    row("A=店 铺", "店 铺");
    row("A=it's", "it's");
    row("A=b\r\nB=c\r\n", "b");
    row("A='b'\r\nB=c\r\n", "b");
    row("\xEF\xBB\xBF"
        "A=b",
        "b");
    row("B=x\nA=\"${B}y${B}\"", "xyx");
    row("B=x\nB=z\nA=\"${B}\"", "z");
    row("A=1\nA=2", "2");
    row("A=a=b", "a=b");
}

void EnvFileTest::readsValues()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, value);
    const auto file = EnvFile::parse(line, QStringLiteral(".env"));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->value(QStringLiteral("A")), std::optional(value));
    QCOMPARE(file->content(), line);
    QVERIFY(!file->value(QStringLiteral("NOT_THERE")));
}

void EnvFileTest::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("line");
    QTest::newRow("no equals sign") << QByteArray("A=1\nB\n") << "Line 2:";
    QTest::newRow("blank in the name") << QByteArray("A B=1\n") << "Line 1:";
    QTest::newRow("digit first") << QByteArray("\n\n1A=1\n") << "Line 3:";
    QTest::newRow("hyphen") << QByteArray("A-B=1\n") << "Line 1:";
    QTest::newRow("no name") << QByteArray("=1\n") << "Line 1:";
    QTest::newRow("open single quote") << QByteArray("A=1\nB='x\nC=2\n") << "Line 2:";
    QTest::newRow("open double quote") << QByteArray("A=\"x\\\"\n") << "Line 1:";
    QTest::newRow("text after quote") << QByteArray("A='x'y\n") << "Line 1:";
    QTest::newRow("text after two-line quote") << QByteArray("A='x\ny'z\n") << "Line 2:";
    QTest::newRow("NUL") << QByteArray("A=1\nB=\0\n", 8) << "Line 2:";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "A\0=\0b\0",
                                          8)
                            << "Line 1:";
}

void EnvFileTest::refuses()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, line);
    const auto file = EnvFile::parse(content, QStringLiteral("/x/.env"));
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, ErrorCode::CfgInvalid);
    QCOMPARE(file.error().what, QStringLiteral("/x/.env"));
    QVERIFY2(file.error().detail.startsWith(line), qPrintable(file.error().detail));
}

void EnvFileTest::warns_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QByteArray("A=1\nB=2\n") << QStringList();
    QTest::newRow("repeated") << QByteArray("A=1\n\nA=2\n")
                              << QString::fromUtf8("Line 3|line 1").split(QLatin1Char('|'));
    QTest::newRow("unknown reference")
        << QByteArray("\nA=\"${B}\"\n") << QString::fromUtf8("Line 2|${B}").split(QLatin1Char('|'));
    QTest::newRow("not UTF-8") << QByteArray("A=\xff\n")
                               << QString::fromUtf8("Line 1|UTF-8").split(QLatin1Char('|'));
}

void EnvFileTest::warns()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, words);
    const QStringList warnings = parsed(content).warnings();
    QCOMPARE(warnings.size(), words.isEmpty() ? 0 : 1);
    for (const QString& word : words)
        QVERIFY2(warnings.first().contains(word), qPrintable(warnings.first()));
}

void EnvFileTest::keepsEveryByte()
{
    const QByteArray content = "\xEF\xBB\xBF# \xB5\xEA\xC6\xCC GBK comment\r\n"
                               "\r\n"
                               "export  A = 'one'   # why\r\n"
                               "UNKNOWN=\"multi\r\nline\"\r\n"
                               "  B=two  \t# c\n"
                               "A=three\r\n"
                               "LAST=no line break";
    EnvFile file = parsed(content);
    QCOMPARE(file.content(), content);
    QVERIFY(file.set(QStringLiteral("B"), QStringLiteral("zwei")).ok());
    QVERIFY(file.set(QStringLiteral("A"), QStringLiteral("drei # 3")).ok());
    QVERIFY(file.set(QStringLiteral("NEW"), QStringLiteral("it's")).ok());
    QByteArray expected = content;
    expected.replace("B=two", "B=zwei").replace("A=three", "A='drei # 3'");
    expected += "\r\nNEW=\"it's\"\r\n";
    QCOMPARE(file.content(), expected);
}

void EnvFileTest::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* value,
                        const char* after) {
        QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(value) << QByteArray(after);
    };
    row("same value", "A=\"b\"\n", "b", "A=\"b\"\n");
    row("bare stays bare", "A=b\n", "c:1/d", "A=c:1/d\n");
    row("quote where needed", "A=b\n", "c d", "A='c d'\n");
    row("a dollar is quoted", "A=b\n", "c$d", "A='c$d'\n");
    row("single stays single", "A='b'\n", "c", "A='c'\n");
    row("double stays double", "A=\"b\"\n", "c$\"", "A=\"c\\$\\\"\"\n");
    row("comment stays", "A=b # why\n", "c", "A=c # why\n");
    row("empty value with comment", "A= # why\n", "c", "A=c # why\n");
    row("to empty", "A=b # why\n", "", "A= # why\n");
    row("line break", "A=b\n", "c\nd", "A=\"c\\nd\"\n");
    row("last one of two", "A=1\nA=2\n", "3", "A=1\nA=3\n");
    row("added", "B=1\n", "2", "B=1\nA=2\n");
    row("added to nothing", "", "2", "A=2\n");
    row("added after half a line break", "B=1\r\nC=2\r", "2", "B=1\r\nC=2\r\nA=2\r\n");
    row("a stray carriage return goes with the value", "A=b\r\t\n", "c d", "A='c d'\t\n");
    row("added with CRLF", "B=1\r\n", "2", "B=1\r\nA=2\r\n");
}

void EnvFileTest::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, value);
    QFETCH(QByteArray, after);
    EnvFile file = parsed(before);
    QVERIFY(file.set(QStringLiteral("A"), value).ok());
    QCOMPARE(file.content(), after);
    QCOMPARE(file.value(QStringLiteral("A")), std::optional(value));
    file.remove(QStringLiteral("A"));
    QVERIFY(!file.value(QStringLiteral("A")));
    QCOMPARE(file.names().contains(QStringLiteral("B")), before.contains("B="));
}

void EnvFileTest::whatIsWrittenReadsBack()
{
    QRandomGenerator random(20260101);
    const QString letters = QStringLiteral("aB1 #'\"\\$`{}=\n\r\t店!%😀");
    for (int round = 0; round < 2000; ++round) {
        QString value;
        for (int i = random.bounded(9); i > 0; --i)
            value += letters[random.bounded(static_cast<int>(letters.size()))];
        if (!value.isValidUtf16())
            continue;
        const char* const starts[] = {"", "A=x\n", "A='x' # c\n", "A=\"x\"\r\nB=1\r\n", "A= # c\n"};
        EnvFile file = parsed(starts[round % 5]);
        QVERIFY(file.set(QStringLiteral("A"), value).ok());
        const auto again = EnvFile::parse(file.content(), QStringLiteral(".env"));
        QVERIFY2(again.ok(), file.content().constData());
        QCOMPARE(again->value(QStringLiteral("A")), std::optional(value));
    }
}

void EnvFileTest::refusesBadNames()
{
    EnvFile file;
    for (const char* name : {"", "1A", "A B", "A=B", "Ä"})
        QVERIFY(!file.set(QString::fromUtf8(name), QStringLiteral("x")).ok());
    QVERIFY(!file.set(QStringLiteral("A"), QString(QChar(0))).ok());
    QVERIFY(file.content().isEmpty());
}

void EnvFileTest::capsTheSize()
{
    const QByteArray large = "A=" + QByteArray(EnvFile::kMaxBytes, 'x');
    QCOMPARE(EnvFile::parse(large, QStringLiteral(".env")).error().code, ErrorCode::CfgInvalid);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(large) == large.size());
    file.close();
    QCOMPARE(EnvFile::load(file.fileName()).error().code, ErrorCode::CfgFile);
}

void EnvFileTest::savesAtomicallyAndKeepsPermissions()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sub/.env"));
    QVERIFY(parsed("A=1\n").save(path).ok());
    QVERIFY(!isReadableByOthers(path));
    QVERIFY(!isReadableByOthers(folder.filePath(QStringLiteral("sub"))));
    const auto wide = QFile::permissions(path) | QFileDevice::ReadGroup;
    QVERIFY(QFile::setPermissions(path, wide));
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(path, link));
    QVERIFY(parsed("A=2\n").save(link).ok());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(QFile::permissions(path), wide);
    const auto again = EnvFile::load(path);
    QVERIFY(again.ok());
    QCOMPARE(again->value(QStringLiteral("A")), std::optional(QStringLiteral("2")));
}

void EnvFileTest::namesTheFileInErrors()
{
    const auto missing = EnvFile::load(QStringLiteral("/nowhere/.env"));
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().code, ErrorCode::CfgFile);
    QCOMPARE(missing.error().what, QStringLiteral("/nowhere/.env"));
    QCOMPARE(EnvFile::load(QStringLiteral("/")).error().code, ErrorCode::CfgFile);
}

QTEST_GUILESS_MAIN(EnvFileTest)
#include "tst_env_file.moc"
