// SPDX-License-Identifier: GPL-3.0-or-later
// How the self-test judges its cases, with cases that fail in every way there is.
#include "sync/dialect/selftest_sql.h"
#include "sync/selftest/selftest_document.h"
#include "sync/selftest/selftest_runner.h"
#include "sync/selftest/test_table.h"
#include "tests/support/two_sided_fixture.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace causeway;
using namespace causeway::test;

namespace {

std::stop_source* g_operator = nullptr;

Status passes(CaseContext& test)
{
    test.expect(test.value(Side::Local, "SELECT 1").ok(), "one is one");
    return okStatus();
}

Status failsACheck(CaseContext& test)
{
    test.expect(false, "black is <white>", QStringLiteral("it is | black"));
    test.expect(true, "and it went on");
    return okStatus();
}

Status missesALimit(CaseContext& test)
{
    test.figure(
        {QStringLiteral("Rate"), 3, QStringLiteral("rows/s"), 10.0, TestFigure::Bound::AtLeast});
    return okStatus();
}

Status meetsAnError(CaseContext& test)
{
    return test.execute(Side::Remote, "SELECT * FROM no_such_table");
}

/// What it reports does not hurry it; what it waits for does.
Status neverEnds(CaseContext& test)
{
    while (!test.stop().stop_requested())
        std::this_thread::yield();
    return makeError(ErrorCode::SyncInterrupted, QStringLiteral("the case"));
}

Status isSkipped(CaseContext& test)
{
    test.skip(QStringLiteral("not on a Sunday"));
    return okStatus();
}

Status theOperatorStops(CaseContext& test)
{
    g_operator->request_stop();
    return neverEnds(test);
}

Status needsControlTables(CaseContext& test)
{
    const auto report = test.sync(SyncType::Incremental, Direction::Both);
    return report ? okStatus() : Status(report.error());
}

TestCase aCase(const char* name, Status (*run)(CaseContext&))
{
    return {name, TestGroup::Sync, "a purpose", run};
}

} // namespace

class TestSelftestRunner final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void init();
    void cleanup();

    void everyWayToEnd();
    void stopSkipsTheRest();
    void missingControlTables();
    void reportsEscapeAndTellAll();
    void readOnlyAndProductionAreLeftAlone_data();
    void readOnlyAndProductionAreLeftAlone();

private:
    [[nodiscard]] SelfTestReport run(const std::vector<TestCase>& cases, bool autoFix = false,
                                     const std::stop_token& stop = {});

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::chrono::seconds m_timeout{300}; ///< of a case: never reached but where it is meant to be
};

void TestSelftestRunner::init()
{
    QFETCH_GLOBAL(PairKind, pair);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
}

void TestSelftestRunner::cleanup()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        QCOMPARE(m_pair->value(side, "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE "
                                     "SCHEMA_NAME LIKE 'causeway\\_selftest\\_%'"),
                 QByteArray("0"));
        QCOMPARE(m_pair->tables(side, true), QStringList());
    }
    m_pair.reset();
}

SelfTestReport TestSelftestRunner::run(const std::vector<TestCase>& cases, bool autoFix,
                                       const std::stop_token& stop)
{
    SelfTestRequest request;
    request.profile = m_pair->profile();
    request.cases = cases;
    request.timeout = m_timeout;
    request.autoFix = autoFix;
    SelfTestWatch watch;
    auto report = runSelfTest(request, stop, watch);
    require(report ? okStatus() : Status(report.error()), QStringLiteral("self-test"));
    return *report;
}

void TestSelftestRunner::everyWayToEnd()
{
    const SelfTestReport report =
        run({aCase("Passes", &passes), aCase("Check", &failsACheck), aCase("Limit", &missesALimit),
             aCase("Error", &meetsAnError), aCase("Skip", &isSkipped)});
    QStringList told;
    for (const CaseReport& one : report.cases)
        told << one.name + u'=' + toText(one.status);
    QCOMPARE(told.join(u' '), QStringLiteral("Passes=passed Check=failed Limit=failed Error=failed "
                                             "Skip=skipped"));
    QCOMPARE(report.cases[1].checks.size(), std::size_t{2});
    QVERIFY(report.cases[3].error && report.cases[3].error->code == ErrorCode::SyncStructure);
    QCOMPARE(report.cases[4].reason, QStringLiteral("not on a Sunday"));
    QCOMPARE(report.successRate(), std::optional(25.0));
    QVERIFY(!report.interrupted);

    m_timeout = std::chrono::seconds(1);
    const SelfTestReport late = run({aCase("Late", &neverEnds)});
    m_timeout = std::chrono::seconds(300);
    QCOMPARE(late.cases[0].status, TestStatus::Failed);
    QVERIFY(late.cases[0].reason.contains(u"1 s"));
    QVERIFY(!late.interrupted);
}

void TestSelftestRunner::stopSkipsTheRest()
{
    std::stop_source source;
    g_operator = &source;
    const SelfTestReport report =
        run({aCase("First", &passes), aCase("Stopped", &theOperatorStops), aCase("Rest", &passes)},
            false, source.get_token());
    QVERIFY(report.interrupted);
    QCOMPARE(report.count(TestStatus::Passed), 1);
    QCOMPARE(report.count(TestStatus::Skipped), 2);
    QVERIFY(!report.cases[2].startedAt.isValid());
}

void TestSelftestRunner::missingControlTables()
{
    const SelfTestReport as = run({aCase("Control", &needsControlTables)});
    QCOMPARE(as.cases[0].status, TestStatus::Failed);
    QCOMPARE(as.cases[0].error->code, ErrorCode::CfgNotInitialised);
    QVERIFY(as.repairs.isEmpty());
    const SelfTestReport fixed = run({aCase("Control", &needsControlTables)}, true);
    QCOMPARE(fixed.repairs.size(), 1);
    QVERIFY(fixed.repairs[0].contains(u"Control"));
    QVERIFY(!fixed.cases[0].error || fixed.cases[0].error->code != ErrorCode::CfgNotInitialised);
}

void TestSelftestRunner::reportsEscapeAndTellAll()
{
    const SelfTestReport report = run({aCase("Passes", &passes), aCase("Check", &failsACheck)});
    const QByteArray html = reportAs(report, ReportFormat::Html);
    QVERIFY2(html.contains("Check: Not so: black is &lt;white&gt;. it is | black"),
             html.constData());
    QVERIFY(html.contains("<svg ") && html.contains("50.0 %"));
    const QByteArray markdown = reportAs(report, ReportFormat::Markdown);
    QVERIFY2(markdown.contains("black is \\<white\\>. it is \\| black"), markdown.constData());
    const QJsonObject json = QJsonDocument::fromJson(reportAs(report, ReportFormat::Json)).object();
    QCOMPARE(json[QLatin1String("totals")][QLatin1String("failed")].toInt(), 1);
    QCOMPARE(json[QLatin1String("cases")][1][QLatin1String("checks")][0][QLatin1String("detail")]
                 .toString(),
             QStringLiteral("it is | black"));
    // A name that is taken is not overwritten.
    const QTemporaryDir folder;
    const auto first = saveReport(report, folder.path(), ReportFormat::Html);
    const auto second = saveReport(report, folder.path(), ReportFormat::Html);
    QVERIFY(first.ok() && second.ok() && *first != *second);
    QVERIFY(!saveReport(report, QStringLiteral("/proc/no/such"), ReportFormat::Html).ok());
}

void TestSelftestRunner::readOnlyAndProductionAreLeftAlone_data()
{
    QTest::addColumn<bool>("readOnly");
    QTest::newRow("read-only") << true;
    QTest::newRow("production") << false;
}

void TestSelftestRunner::readOnlyAndProductionAreLeftAlone()
{
    QFETCH(bool, readOnly);
    SelfTestRequest request;
    request.profile = m_pair->profile();
    request.profile->readOnly = readOnly;
    request.profile->environment = readOnly ? Environment::Test : Environment::Prod;
    request.cases = {aCase("Passes", &passes)};
    request.folder = testFolder() + QStringLiteral("/selftest");
    m_pair->startCounting();
    SelfTestWatch watch;
    const auto report = runSelfTest(request, {}, watch);
    QVERIFY(report.ok());
    QVERIFY(report->privateServers);
    QCOMPARE(report->count(TestStatus::Passed), 1);
    for (const Side side : {Side::Remote, Side::Local})
        QCOMPARE(m_pair->writes(side).total(), qint64{0});
    QVERIFY(!QFileInfo::exists(request.folder));
}

QTEST_GUILESS_MAIN(TestSelftestRunner)
#include "tst_selftest_runner.moc"
