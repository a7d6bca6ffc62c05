// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace causeway {

/// Who decides here, for the record: the login of this machine.
[[nodiscard]] inline QString operatorName()
{
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? QStringLiteral("console") : user;
}

} // namespace causeway
