// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/selftest_runner.h"

#include "sync/run/pair_actions.h"
#include "sync/selftest/case_deadline.h"
#include "sync/selftest/scratch_pair.h"
#include "sync/selftest/test_place.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>

namespace causeway {
namespace {

using Clock = std::chrono::steady_clock;

QString say(const char* text)
{
    return QCoreApplication::translate("SelfTest", text);
}

std::chrono::milliseconds since(Clock::time_point began)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
}

/// The self-test on one place, case by case.
class Runner final {
public:
    Runner(const SelfTestRequest& request, const TestPlace& place, const std::stop_token& stop,
           SelfTestWatch& watch)
        : m_request(request)
        , m_place(place)
        , m_stop(stop)
        , m_watch(watch)
    {
    }

    void run(SelfTestReport& report, const CaseEnded& ended);

private:
    [[nodiscard]] CaseReport runCase(const TestCase& one, SelfTestReport& report);
    [[nodiscard]] Status attempt(const TestCase& one, CaseReport& report,
                                 const std::stop_token& stop, QStringList& repairs);
    [[nodiscard]] Status attemptOn(const CaseContext::Place& place, const TestCase& one,
                                   CaseReport& report, const std::stop_token& stop);
    void judge(CaseReport& report, const Status& status, const CaseDeadline& deadline) const;

    const SelfTestRequest& m_request;
    const TestPlace& m_place;
    const std::stop_token& m_stop;
    SelfTestWatch& m_watch;
};

void Runner::run(SelfTestReport& report, const CaseEnded& ended)
{
    const int total = static_cast<int>(m_request.cases.size());
    for (const TestCase& one : m_request.cases) {
        m_watch.put({QLatin1String(one.name), static_cast<int>(report.cases.size()), total, 0,
                     Clock::now()});
        report.cases.push_back(runCase(one, report));
        if (ended)
            ended(report.cases.back());
    }
}

CaseReport Runner::runCase(const TestCase& one, SelfTestReport& report)
{
    CaseReport result;
    result.name = QLatin1String(one.name);
    result.group = one.group;
    result.purpose = say(one.purpose);
    if (m_stop.stop_requested()) {
        result.reason = say(QT_TRANSLATE_NOOP("SelfTest", "The self-test was stopped before."));
        return result;
    }
    result.startedAt = QDateTime::currentDateTimeUtc();
    const Clock::time_point began = Clock::now();
    {
        const CaseDeadline deadline(m_request.timeout, m_stop);
        const Status status = attempt(one, result, deadline.token(), report.repairs);
        judge(result, status, deadline);
    }
    result.duration = since(began);
    return result;
}

Status Runner::attempt(const TestCase& one, CaseReport& report, const std::stop_token& stop,
                       QStringList& repairs)
{
    auto scratch = ScratchPair::make(m_place.servers);
    CAUSEWAY_TRY(scratch);
    const CaseContext::Place place{(*scratch)->profile(), m_request.profile};
    Status status = attemptOn(place, one, report, stop);
    if (!status && m_request.autoFix && status.error().code == ErrorCode::CfgNotInitialised) {
        const auto made = initialisePair(place.scratch, InitOptions{}, stop);
        CAUSEWAY_TRY(made);
        repairs << say(QT_TRANSLATE_NOOP("SelfTest",
                                         "%1: made the control tables that were missing in its "
                                         "scratch databases, and ran the case again."))
                       .arg(report.name);
        report.checks.clear();
        report.figures.clear();
        status = attemptOn(place, one, report, stop);
    }
    const Status dropped = (*scratch)->drop();
    return status ? dropped : status;
}

Status Runner::attemptOn(const CaseContext::Place& place, const TestCase& one, CaseReport& report,
                         const std::stop_token& stop)
{
    CaseContext context(place, report, m_watch, stop);
    CAUSEWAY_TRY(context.open());
    CAUSEWAY_TRY(one.run(context));
    report.status = context.isSkipped() ? TestStatus::Skipped : TestStatus::Passed;
    return okStatus();
}

void Runner::judge(CaseReport& report, const Status& status, const CaseDeadline& deadline) const
{
    const bool checked = std::all_of(report.checks.begin(), report.checks.end(),
                                     [](const TestCheck& check) { return check.passed; }) &&
                         std::all_of(report.figures.begin(), report.figures.end(),
                                     [](const TestFigure& figure) { return figure.passed(); });
    if (deadline.expired()) {
        report.status = TestStatus::Failed;
        report.reason = say(QT_TRANSLATE_NOOP("SelfTest", "It took longer than %1 s."))
                            .arg(m_request.timeout.count());
    } else if (m_stop.stop_requested() && !(status && checked)) {
        report.status = TestStatus::Skipped;
        report.reason = say(QT_TRANSLATE_NOOP("SelfTest", "It was stopped."));
        return;
    } else if (!status || !checked) {
        report.status = TestStatus::Failed;
    }
    const bool isDeadline =
        deadline.expired() && !status && status.error().code == ErrorCode::SyncInterrupted;
    if (!status && !isDeadline)
        report.error = status.error();
}

QString serverLabel(const Profile& servers, Side side)
{
    SideConfig config = servers.side(side);
    config.database = QStringLiteral("causeway_selftest_*");
    return config.display();
}

} // namespace

Result<SelfTestReport> runSelfTest(const SelfTestRequest& request, const std::stop_token& stop,
                                   SelfTestWatch& watch, const CaseEnded& ended)
{
    const Clock::time_point began = Clock::now();
    SelfTestReport report;
    report.startedAt = QDateTime::currentDateTimeUtc();
    watch.put({QString(), 0, static_cast<int>(request.cases.size()), 0, began});
    const auto place = findTestPlace(request, stop);
    CAUSEWAY_TRY(place);
    report.privateServers = place->owned != nullptr;
    report.remote = serverLabel(place->servers, Side::Remote);
    report.local = serverLabel(place->servers, Side::Local);
    report.notes = place->notes;
    report.repairs = place->repairs;
    Runner(request, *place, stop, watch).run(report, ended);
    report.interrupted = stop.stop_requested();
    report.duration = since(began);
    return report;
}

QString defaultSelfTestFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QLatin1String("/causeway/selftest");
}

} // namespace causeway
