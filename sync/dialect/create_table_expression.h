// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/server_info.h"

#include <QString>

namespace causeway {

/// @p sql, a default or generation expression as a server of family @p from prints it, for @p to:
/// collations translated; for MariaDB without introducers of utf8, which it cannot re-read when the
/// literal holds a quote. Function names are not translated: the target refuses what it lacks.
[[nodiscard]] QString translatedExpression(const QString& sql, ServerFamily from,
                                           const ServerInfo& to);

} // namespace causeway
