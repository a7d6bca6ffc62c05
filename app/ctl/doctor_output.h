// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/doctor/doctor.h"
#include "sync/doctor/fix_history.h"

#include <QJsonArray>
#include <QJsonObject>

namespace causeway::ctl {

/// As a person reads it: what was repaired, then what is wrong, the worst first.
/// @param verbose also what is in order, with evidence.
[[nodiscard]] QString reportText(const doctor::DoctorReport& report, bool verbose);
/// {"ok","checked_at","summary":{"ok","warn","problem"},"findings":[{"id","severity","code","what",
/// "evidence","steps","fix","statements"}],"not_examined","repairs":[as in the history]}.
[[nodiscard]] QJsonObject reportToJson(const doctor::DoctorReport& report);

/// Code, what it says and what to do, for an error in general.
[[nodiscard]] QString explanationText(const Error& error);

[[nodiscard]] QString historyText(const std::vector<doctor::PastRepair>& repairs);
/// [{"at","check","what","statements":[{"side","sql"}],"error","by"}].
[[nodiscard]] QJsonArray historyToJson(const std::vector<doctor::PastRepair>& repairs);

} // namespace causeway::ctl
