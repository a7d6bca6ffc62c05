// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/monitor/run_watch.h"
#include "sync/monitor/sampler.h"

#include <QJsonObject>

namespace causeway::ctl {

/// All that is shown of one moment.
struct MonitorView {
    Observation seen;
    std::optional<RunWatch::Look> recorded; ///< nullopt: see trouble
    std::optional<Error> trouble;           ///< why what is recorded cannot be read
};

/// Several lines, for a terminal.
[[nodiscard]] QString monitorBlock(const MonitorView& view, const Profile& profile);
/// The same in one line that begins with the time, for a pipe.
[[nodiscard]] QString monitorLine(const MonitorView& view);
/// {"at","remote":{"reachable","latency_ms","connections","max_connections","error"},"local":{…},
/// "machine":{…},"conflicts":{"open","settled"},"consistency":{"tables","proved","proved_at"},
/// "run":null|{…}}; a figure that could not be had is null.
[[nodiscard]] QJsonObject monitorToJson(const MonitorView& view);

} // namespace causeway::ctl
