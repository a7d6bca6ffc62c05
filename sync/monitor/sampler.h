// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "sync/core/progress.h"
#include "sync/db/connection.h"
#include "sync/monitor/machine_meter.h"
#include "sync/profile/profile.h"

#include <array>
#include <optional>

namespace causeway {

/// What the program that samples knows itself about the pair.
struct SamplerInput {
    bool isRunning = false;                           ///< a run is at work in this program
    std::shared_ptr<const ProgressSnapshot> progress; ///< of that run
    std::optional<double> pendingRows;                ///< as far as a comparison counted them
};

/// One look: the sample, and why a side could not be asked.
struct Observation {
    Sample sample;
    std::array<std::optional<Error>, 2> troubles; ///< by Side
};

/// Looks at both servers of a pair and at this machine, again and again.
///
/// Keeps one connection to each side; a connection that broke is opened anew at the next look. The
/// After a failed attempt some seconds pass before the next, a minute after a refused login:
/// accounts may be locked after many. The sides are asked at the same time: one that does not
/// answer delays a look, but falsifies nothing. Writes nothing. Thread: any one at a time; blocks,
/// bounded by kTimeouts.
class Sampler final {
public:
    explicit Sampler(Profile profile, const QString& dataFolder);
    [[nodiscard]] Observation observe(const SamplerInput& input);

    static constexpr Timeouts kTimeouts{std::chrono::seconds(2), std::chrono::seconds(3),
                                        std::chrono::seconds(3), std::chrono::seconds(2),
                                        std::chrono::seconds(60)};

private:
    [[nodiscard]] Status ask(Side side, Sample& sample);
    [[nodiscard]] Status connect(Side side);
    [[nodiscard]] Status askServer(Side side, Connection& connection, Sample& sample);
    void measureRun(const SamplerInput& input, Sample& sample);

    Profile m_profile;
    MachineMeter m_machine;
    std::array<std::optional<Connection>, 2> m_connections;
    std::array<std::optional<Error>, 2> m_refusals; ///< why the last attempt to connect failed
    std::array<std::chrono::steady_clock::time_point, 2> m_retryAt;
    std::chrono::steady_clock::time_point m_runAt;
    qint64 m_toLocal = 0;
    qint64 m_toRemote = 0;
};

} // namespace causeway
