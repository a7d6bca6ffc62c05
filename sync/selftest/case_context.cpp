// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/case_context.h"

#include "sync/run/sync_engine.h"

#include <QCoreApplication>

namespace causeway {
namespace {

constexpr std::chrono::seconds kReadTimeout{60};

Result<Connection> openScratch(const Profile& pair, Side side)
{
    ConnectionOptions options;
    options.timeouts.read = kReadTimeout;
    return Connection::open(pair.side(side), side, options);
}

} // namespace

CaseContext::CaseContext(const Place& place, CaseReport& report, SelfTestWatch& watch,
                         std::stop_token stop)
    : m_place(place)
    , m_report(report)
    , m_watch(watch)
    , m_stop(std::move(stop))
{
}

Status CaseContext::open()
{
    auto remote = openScratch(pair(), Side::Remote);
    CAUSEWAY_TRY(remote);
    m_remote = std::move(*remote);
    auto local = openScratch(pair(), Side::Local);
    CAUSEWAY_TRY(local);
    m_local = std::move(*local);
    return okStatus();
}

Status CaseContext::execute(Side side, const QByteArray& sql)
{
    if (m_stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted,
                         QCoreApplication::translate("SelfTest", "The self-test"));
    const Result<Executed> done = on(side).execute(sql);
    return done ? okStatus() : Status(done.error());
}

Result<QByteArray> CaseContext::value(Side side, const QByteArray& sql)
{
    const Result<ResultSet> result = on(side).query(sql);
    CAUSEWAY_TRY(result);
    return result->rows.empty() ? QByteArray() : result->rows.front().at(0).value_or(QByteArray());
}

bool CaseContext::expect(bool isSo, const char* text, const QString& detail)
{
    m_report.checks.push_back(
        {QCoreApplication::translate("SelfTest", text), isSo, isSo ? QString() : detail});
    m_watch.putChecks(static_cast<int>(m_report.checks.size()));
    return isSo;
}

void CaseContext::figure(TestFigure figure)
{
    m_report.figures.push_back(std::move(figure));
}

SyncRequest CaseContext::request(SyncType type, Direction direction, Policy policy) const
{
    SyncRequest request;
    request.profile = pair();
    request.type = type;
    request.direction = direction;
    request.policy = policy;
    request.trigger = TriggerSource::Cli;
    request.limits.batchRows = 50; // so that a run has many steps to be disturbed at
    return request;
}

SyncReport CaseContext::run(const SyncRequest& request)
{
    return runSync(request, m_stop, m_watch.run);
}

Result<SyncReport> CaseContext::sync(const SyncRequest& request)
{
    SyncReport report = run(request);
    if (const auto error = firstError(report))
        return *error;
    if (report.status != RunStatus::Success)
        return makeError(ErrorCode::SyncInterrupted,
                         QCoreApplication::translate("SelfTest", "The run"), toldBy(report));
    return report;
}

std::optional<Error> firstError(const SyncReport& report)
{
    if (report.error)
        return report.error;
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            return table.error;
    }
    return std::nullopt;
}

QString toldBy(const SyncReport& report)
{
    const auto error = firstError(report);
    return error ? errorCodeText(error->code) + QStringLiteral(": ") + error->message()
                 : toText(report.status);
}

} // namespace causeway
