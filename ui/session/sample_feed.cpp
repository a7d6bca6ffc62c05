// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sample_feed.h"

#include "ui/session/session.h"

#include <QDir>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr auto kInterval = 2s;
constexpr std::size_t kBatch = 5;         ///< samples written at once
constexpr std::size_t kMostWaiting = 600; ///< samples kept while they cannot be written
constexpr qint64 kTrimEvery = 600'000;    ///< ms

const QString kLook = QStringLiteral("look");
const QString kWrite = QStringLiteral("write");

} // namespace

SampleFeed::SampleFeed(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &SampleFeed::look);
    connect(&m_session, &Session::currentChanged, this, &SampleFeed::follow);
    connect(&m_session, &Session::runFinished, this, &SampleFeed::notePending);
}

SampleFeed::~SampleFeed()
{
    // what is being written may be cut off: a moment is stored once, so twice does no harm
    m_writing.insert(m_writing.end(), m_unwritten.begin(), m_unwritten.end());
    if (!m_writing.empty())
        static_cast<void>(SampleStore(m_followed.name).append(m_writing));
}

void SampleFeed::follow()
{
    const auto& current = m_session.current();
    Profile wanted = current ? *current : Profile();
    wanted.readOnly = m_followed.readOnly; // a lock that changed is no other pair
    if (wanted == m_followed && m_sampler)
        return;
    if (wanted.name != m_followed.name) {
        write();
        m_unwritten.clear(); // never into the file of another pair
    }
    m_background.drop(kLook);
    m_followed = wanted;
    m_pending.reset();
    m_last = {};
    m_sampler.reset();
    m_timer.stop();
    if (!current)
        return;
    m_sampler = std::make_shared<Sampler>(wanted, QDir::homePath());
    m_timer.start();
    look();
}

void SampleFeed::look()
{
    if (!m_sampler || m_background.isBusy(kLook))
        return;
    SamplerInput input;
    input.isRunning = m_session.isRunning();
    input.progress = m_session.runner().progress();
    input.pendingRows = m_pending;
    m_background.run(
        kLook,
        [sampler = m_sampler, input](const std::stop_token&) { return sampler->observe(input); },
        [this](const Observation& seen) { take(seen); });
}

void SampleFeed::take(const Observation& seen)
{
    m_last = seen;
    m_unwritten.push_back(seen.sample);
    if (m_unwritten.size() > kMostWaiting)
        m_unwritten.erase(m_unwritten.begin());
    if (m_unwritten.size() >= kBatch)
        write();
    emit sampled();
}

void SampleFeed::write()
{
    if (m_unwritten.empty() || m_background.isBusy(kWrite))
        return;
    m_writing = std::exchange(m_unwritten, {});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool isTrimDue = qAbs(now.toMSecsSinceEpoch() - m_trimmedAt) > kTrimEvery;
    if (isTrimDue)
        m_trimmedAt = now.toMSecsSinceEpoch();
    m_background.run(
        kWrite,
        [store = SampleStore(m_followed.name), samples = m_writing, now,
         isTrimDue](const std::stop_token&) {
            const Status written = store.append(samples);
            return written.ok() && isTrimDue ? store.trim(now) : written;
        },
        [this, name = m_followed.name](const Status& status) { noteWritten(status, name); });
}

/// What could not be written is kept for the next time, within bounds.
void SampleFeed::noteWritten(const Status& status, const QString& profile)
{
    if (profile != m_followed.name)
        return m_writing.clear();
    const std::optional<Error> trouble =
        status.ok() ? std::nullopt : std::optional<Error>(status.error());
    if (trouble) {
        m_unwritten.insert(m_unwritten.begin(), m_writing.begin(), m_writing.end());
        if (m_unwritten.size() > kMostWaiting)
            m_unwritten.erase(m_unwritten.begin(), m_unwritten.end() - kMostWaiting);
    }
    m_writing.clear();
    const bool isNews = trouble.has_value() != m_storeTrouble.has_value() ||
                        (trouble && trouble->code != m_storeTrouble->code);
    m_storeTrouble = trouble;
    if (isNews)
        emit storeTroubleChanged();
}

void SampleFeed::notePending(const SyncReport& report)
{
    if (report.error)
        return;
    qint64 rows = report.openConflicts();
    if (report.dryRun)
        rows += report.remoteToLocal().total() + report.localToRemote().total();
    m_pending = static_cast<double>(rows);
}

} // namespace causeway
