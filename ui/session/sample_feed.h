// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/monitor/sample_store.h"
#include "sync/monitor/sampler.h"
#include "ui/async/background.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace causeway {

class Session;
struct SyncReport;

/// Samples the chosen pair as long as the console is open, and keeps the samples.
///
/// Looks every two seconds on a thread of its own; what it saw is written some seconds later, many
/// samples at once. Thread: GUI; never blocks but at its end, for the last write.
class SampleFeed final : public QObject {
    Q_OBJECT
public:
    explicit SampleFeed(Session& session, QObject* parent = nullptr);
    ~SampleFeed() override;

    /// The last look at the chosen pair; its sample has no time before the first.
    [[nodiscard]] const Observation& last() const { return m_last; }
    /// What was seen and may not be in the store yet.
    [[nodiscard]] const std::vector<Sample>& unwritten() const { return m_unwritten; }
    /// Why samples could not be written; nothing once they could again.
    [[nodiscard]] const std::optional<Error>& storeTrouble() const { return m_storeTrouble; }
    void setInterval(std::chrono::milliseconds interval) { m_timer.setInterval(interval); }

signals:
    /// A look at the chosen pair is there: last().
    void sampled();
    /// storeTrouble() came, changed its kind or went.
    void storeTroubleChanged();

private:
    void follow();
    void look();
    void take(const Observation& seen);
    void write();
    void noteWritten(const Status& status, const QString& profile);
    void notePending(const SyncReport& report);

    Session& m_session;
    QTimer m_timer;
    std::shared_ptr<Sampler> m_sampler;
    Profile m_followed;
    std::optional<double> m_pending;
    Observation m_last;
    std::vector<Sample> m_unwritten;
    std::vector<Sample> m_writing;
    std::optional<Error> m_storeTrouble;
    qint64 m_trimmedAt = 0; ///< ms since 1970
    Background m_background;
};

} // namespace causeway
