// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/monitor/sampler.h"

#include "sync/dialect/monitor_sql.h"

#include <QDateTime>

#include <chrono>
#include <future>

namespace causeway {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kRetry{3};
constexpr std::chrono::seconds kRetryLogin{60};

double number(const ResultSet& result, std::size_t column)
{
    if (result.rows.empty() || result.rows.front().size() <= column || !result.rows.front()[column])
        return std::numeric_limits<double>::quiet_NaN();
    return result.rows.front()[column]->toDouble();
}

std::size_t indexOf(Side side)
{
    return static_cast<std::size_t>(side);
}

} // namespace

Sampler::Sampler(Profile profile, const QString& dataFolder)
    : m_profile(std::move(profile))
    , m_machine(dataFolder)
    , m_runAt(Clock::now())
{
}

Observation Sampler::observe(const SamplerInput& input)
{
    Observation seen;
    Sample remote;
    auto asking =
        std::async(std::launch::async, [this, &remote] { return ask(Side::Remote, remote); });
    const Status local = ask(Side::Local, seen.sample);
    const Status other = asking.get();
    for (const Metric metric :
         {Metric::RemoteLatency, Metric::RemoteConnections, Metric::RemoteMaxConnections})
        seen.sample[metric] = remote[metric];
    if (!other.ok())
        seen.troubles[indexOf(Side::Remote)] = other.error();
    if (!local.ok())
        seen.troubles[indexOf(Side::Local)] = local.error();
    m_machine.measure(seen.sample);
    measureRun(input, seen.sample);
    seen.sample.at = QDateTime::currentMSecsSinceEpoch();
    return seen;
}

Status Sampler::ask(Side side, Sample& sample)
{
    std::optional<Connection>& connection = m_connections[indexOf(side)];
    if (!connection)
        CAUSEWAY_TRY(connect(side));
    Status asked = askServer(side, *connection, sample);
    if (!asked.ok())
        connection.reset();
    return asked;
}

Status Sampler::connect(Side side)
{
    std::optional<Error>& refusal = m_refusals[indexOf(side)];
    if (refusal && Clock::now() < m_retryAt[indexOf(side)])
        return *refusal;
    ConnectionOptions options;
    options.timeouts = kTimeouts;
    Result<Connection> opened = Connection::open(m_profile.side(side), side, options);
    if (opened.ok()) {
        refusal.reset();
        m_connections[indexOf(side)] = std::move(opened).value();
        return okStatus();
    }
    refusal = opened.error();
    const bool isLogin = refusal->code == ErrorCode::ConnAuth;
    m_retryAt[indexOf(side)] = Clock::now() + (isLogin ? kRetryLogin : kRetry);
    return *refusal;
}

Status Sampler::askServer(Side side, Connection& connection, Sample& sample)
{
    const bool isRemote = side == Side::Remote;
    const auto begin = Clock::now();
    CAUSEWAY_TRY(connection.query(monitorsql::ping()));
    const double latency = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    const auto sessions = connection.query(monitorsql::connections());
    if (!sessions.ok())
        return sessions.error();
    const auto limit = connection.query(monitorsql::maxConnections());
    if (!limit.ok())
        return limit.error();
    sample[isRemote ? Metric::RemoteLatency : Metric::LocalLatency] = latency;
    sample[isRemote ? Metric::RemoteConnections : Metric::LocalConnections] =
        number(sessions.value(), 1);
    sample[isRemote ? Metric::RemoteMaxConnections : Metric::LocalMaxConnections] =
        number(limit.value(), 0);
    if (isRemote)
        return okStatus();
    // a pair that is not set up has no conflicts to count: that is no trouble
    const auto conflicts = connection.query(monitorsql::conflictCounts());
    if (conflicts.ok()) {
        sample[Metric::OpenConflicts] = number(conflicts.value(), 0);
        sample[Metric::SettledConflicts] = number(conflicts.value(), 1);
    } else if (conflicts.error().breaksConnection()) {
        return conflicts.error();
    }
    return okStatus();
}

void Sampler::measureRun(const SamplerInput& input, Sample& sample)
{
    const auto now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - m_runAt).count();
    m_runAt = now;
    const bool hasProgress = input.isRunning && input.progress;
    const qint64 toLocal = hasProgress ? input.progress->rowsToLocal : 0;
    const qint64 toRemote = hasProgress ? input.progress->rowsToRemote : 0;
    // counters that fell are those of another run
    const bool isNew = toLocal < m_toLocal || toRemote < m_toRemote;
    const auto rate = [&](qint64 rows, qint64 before) {
        return seconds > 0 ? static_cast<double>(rows - (isNew ? 0 : before)) / seconds : 0.0;
    };
    sample[Metric::RowsToLocal] = rate(toLocal, m_toLocal);
    sample[Metric::RowsToRemote] = rate(toRemote, m_toRemote);
    m_toLocal = toLocal;
    m_toRemote = toRemote;
    if (hasProgress)
        sample[Metric::PendingRows] = static_cast<double>(
            std::max<qint64>(0, input.progress->totalRowsTotal - input.progress->totalRowsDone));
    else if (input.pendingRows)
        sample[Metric::PendingRows] = *input.pendingRows;
}

} // namespace causeway
