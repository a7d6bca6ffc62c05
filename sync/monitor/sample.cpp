// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/monitor/sample.h"

namespace causeway {

const char* metricKey(Metric metric)
{
    static constexpr std::array<const char*, kMetricCount> kKeys{
        "rows_to_local_per_s", "rows_to_remote_per_s",   "pending_rows",
        "remote_latency_ms",   "local_latency_ms",       "remote_connections",
        "local_connections",   "remote_max_connections", "local_max_connections",
        "open_conflicts",      "settled_conflicts",      "cpu_percent",
        "memory_used_bytes",   "memory_total_bytes",     "process_memory_bytes",
        "disk_free_bytes",     "network_in_bytes_per_s", "network_out_bytes_per_s"};
    return kKeys[static_cast<std::size_t>(metric)];
}

} // namespace causeway
