// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/check.h"

namespace causeway::doctor {

const std::vector<Check>& allChecks()
{
    static const std::vector<Check> checks{
        connectionCheck(),    settingsCheck(),  sessionsCheck(),    machineCheck(),
        controlTablesCheck(), pairCheck(),      configCheck(),      structureCheck(),
        staleRunsCheck(),     lastRunCheck(),   consistencyCheck(), schedulerCheck(),
        speedCheck(),         conflictsCheck(), retentionCheck()};
    return checks;
}

} // namespace causeway::doctor
