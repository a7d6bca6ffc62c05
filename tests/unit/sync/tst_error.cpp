// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/server_error.h"

#include <QSet>
#include <QTest>

using namespace causeway;

namespace {

constexpr int kLastCode = static_cast<int>(ErrorCode::SysInternal);

QString letters(const ServerErrorTraits& traits)
{
    QString text;
    text += traits.retryable ? u'r' : u'-';
    text += traits.breaksConnection ? u'b' : u'-';
    text += traits.outcomeUnknown ? u'u' : u'-';
    text += traits.rowLevel ? u'd' : u'-';
    return text;
}

Error fromServer(int code, const QString& message = QStringLiteral("server words"))
{
    return serverError(code, QStringLiteral("HY000"), message, QStringLiteral("film"));
}

} // namespace

class TestError final : public QObject {
    Q_OBJECT
private slots:
    void everyCodeHasItsOwnSpellingAndTexts();
    void exitCodesFollowTheFamily();
    void serverNumbers_data();
    void serverNumbers();
    void timeOutWhileConnectingIsToldApart();
    void ownErrorsClaimNothingAboutAServer();
    void messageSaysWhatHappenedToWhat();
    void percentSignsInTextsAreLeftAlone();
    void serverNumberSharpensTheText();
};

void TestError::everyCodeHasItsOwnSpellingAndTexts()
{
    QSet<QString> codes;
    QSet<QString> messages;
    for (int i = 0; i <= kLastCode; ++i) {
        const Error error = makeError(static_cast<ErrorCode>(i), QStringLiteral("the thing"));
        codes.insert(errorCodeText(error.code));
        messages.insert(error.message());
        QVERIFY2(error.message().contains(QLatin1String("the thing")), qPrintable(error.message()));
        QVERIFY2(!error.message().contains(u'%'), qPrintable(error.message()));
        QVERIFY2(error.hint().size() > 10, qPrintable(errorCodeText(error.code)));
    }
    QCOMPARE(codes.size(), kLastCode + 1);
    QCOMPARE(messages.size(), kLastCode + 1);
}

void TestError::exitCodesFollowTheFamily()
{
    QCOMPARE(errorCodeText(ErrorCode::ConnFailed), QStringLiteral("DB_CONN_001"));
    QCOMPARE(errorCodeText(ErrorCode::SyncConflictMoved), QStringLiteral("SYNC_014"));
    QCOMPARE(errorCodeText(ErrorCode::CfgDirection), QStringLiteral("CFG_004"));
    QCOMPARE(errorCodeText(ErrorCode::SysPermission), QStringLiteral("SYS_004"));
    QCOMPARE(exitCodeFor(ErrorCode::CfgInvalid), 2);
    QCOMPARE(exitCodeFor(ErrorCode::ConnInsecure), 3);
    QCOMPARE(exitCodeFor(ErrorCode::SyncGuard), 4);
    QCOMPARE(exitCodeFor(ErrorCode::SysInternal), 5);
}

void TestError::serverNumbers_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("traits"); // retryable, breaks, unknown outcome, row data
    const auto row = [](int number, const char* code, const char* traits) {
        QTest::addRow("%d", number)
            << number << QString::fromLatin1(code) << QString::fromLatin1(traits);
    };
    for (const int number : {1205, 1213, 3101})
        row(number, "SYNC_012", "r---");
    row(1317, "SYNC_005", "r---");
    for (const int number : {1158, 1160})
        row(number, "DB_CONN_001", "rb--");
    for (const int number : {1159, 1161})
        row(number, "DB_CONN_002", "rb--");
    for (const int number : {2006, 2013, 2055})
        row(number, "DB_CONN_001", "-bu-");
    row(1062, "SYNC_002", "---d");
    for (const int number : {1451, 1452})
        row(number, "SYNC_004", "---d");
    for (const int number : {1048, 1264, 1265, 1292, 1366, 1406, 1416, 3140, 3819, 4025})
        row(number, "SYNC_011", "---d");
    for (const int number : {1146, 1054, 1136, 1412})
        row(number, "SYNC_001", "----");
    for (const int number : {1142, 1143, 1227, 1290})
        row(number, "SYS_004", "----");
    for (const int number : {1044, 1045, 1130})
        row(number, "DB_CONN_003", "-b--");
    for (const int number : {1040, 1129, 1203, 2002, 2003, 2005})
        row(number, "DB_CONN_001", "-b--");
    row(1049, "DB_CONN_004", "----");
    row(2026, "DB_CONN_005", "-b--");
    for (const int number : {1114, 1021})
        row(number, "SYS_001", "----");
    for (const int number : {1037, 1041})
        row(number, "SYS_002", "----");
    row(1153, "SYNC_011", "-b-d");
    row(1064, "SYNC_012", "----"); // not listed: an ordinary refusal
}

void TestError::serverNumbers()
{
    QFETCH(int, number);
    QFETCH(QString, code);
    QFETCH(QString, traits);
    const Error error = fromServer(number);
    QCOMPARE(errorCodeText(error.code), code);
    QCOMPARE(letters(serverErrorTraits(number)), traits);
    QCOMPARE(error.isRetryable(), traits.contains(u'r'));
    QCOMPARE(error.breaksConnection(), traits.contains(u'b'));
    QCOMPARE(error.outcomeUnknown(), traits.contains(u'u'));
    QCOMPARE(error.isRowLevel(), traits.contains(u'd'));
    QCOMPARE(error.serverCode, number);
    QCOMPARE(error.sqlState, QStringLiteral("HY000"));
}

void TestError::timeOutWhileConnectingIsToldApart()
{
    const QString refused = QStringLiteral("Can't connect to server on 'db1' (115)");
    const QString late = QStringLiteral("Can't connect to server on 'db1' (110)");
    QCOMPARE(fromServer(2002, refused).code, ErrorCode::ConnFailed);
    QCOMPARE(fromServer(2002, late).code, ErrorCode::ConnTimeout);
    const QString silent =
        QStringLiteral("Lost connection to server at 'handshake: reading initial "
                       "communication packet', system error: 110");
    QCOMPARE(fromServer(2013, silent).code, ErrorCode::ConnTimeout);
    QVERIFY(fromServer(2013, silent).outcomeUnknown());
    QCOMPARE(fromServer(1064, late).code, ErrorCode::SyncServer);
}

void TestError::ownErrorsClaimNothingAboutAServer()
{
    const Error error = makeError(ErrorCode::SyncStructure, QStringLiteral("film"));
    QVERIFY(!error.isRetryable() && !error.breaksConnection() && !error.outcomeUnknown());
    QVERIFY(!error.isRowLevel());
    QVERIFY(makeError(ErrorCode::SyncRowRejected, {}).isRowLevel());
}

void TestError::messageSaysWhatHappenedToWhat()
{
    Error error = makeError(ErrorCode::SyncStructure, QStringLiteral("film"),
                            QStringLiteral("Column length is missing on local."));
    error.serverMessage = QStringLiteral("no such column");
    QCOMPARE(error.message(),
             QStringLiteral("The structure of film differs between the two sides. Column length is "
                            "missing on local. The server says: no such column"));
    QVERIFY(makeError(ErrorCode::SysInternal, {}).message().startsWith(QLatin1String("This op")));
}

void TestError::percentSignsInTextsAreLeftAlone()
{
    Error error = makeError(ErrorCode::SyncGuard, QStringLiteral("100%2 table"),
                            QStringLiteral("12 % of %1 rows."));
    error.serverMessage = QStringLiteral("%1");
    QCOMPARE(error.message(),
             QStringLiteral("100%2 table was stopped before anything was written to it. "
                            "12 % of %1 rows. The server says: %1"));
}

void TestError::serverNumberSharpensTheText()
{
    QVERIFY(
        fromServer(2013).message().startsWith(QLatin1String("The connection to film was lost.")));
    QVERIFY(fromServer(1040).hint().contains(QLatin1String("max_connections")));
    QVERIFY(fromServer(1290).message().startsWith(QLatin1String("film is read-only.")));
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
