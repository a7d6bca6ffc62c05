// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"

namespace causeway {

/// Runs @p sql on the target. Any warning is an error: the session is strict, so a warning means a
/// value that did not fit.
[[nodiscard]] Status executeStrictly(const TableTarget& target, const QByteArray& sql);

/// The same for many statements: as few exchanges with the server as their sizes allow.
/// @param next gives one statement after another, an empty one at the end.
[[nodiscard]] Status executeAllStrictly(const TableTarget& target,
                                        const std::function<QByteArray()>& next);

/// Runs @p write with the server's foreign-key checks off.
[[nodiscard]] Status withoutChecks(const TableTarget& target, const std::function<Status()>& write);

/// Runs @p write, with the server's foreign-key checks off where the table is on a cycle of
/// references; the run proves afterwards that none dangles.
[[nodiscard]] Status withChecksAsNeeded(const TableTarget& target,
                                        const std::function<Status()>& write);

} // namespace causeway
