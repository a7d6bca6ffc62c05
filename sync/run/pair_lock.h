// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace causeway {

/// Name of the lock that a run holds on each server while it works on @p database there: of the
/// whole server, at most 64 characters.
[[nodiscard]] QString pairLockName(const QString& database);

} // namespace causeway
