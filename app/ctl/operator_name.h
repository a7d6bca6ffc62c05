// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace causeway::ctl {

/// Who decided, for the record: the login of this machine.
[[nodiscard]] inline QString operatorName()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    return user.isEmpty() ? QStringLiteral("causewayctl") : user;
}

} // namespace causeway::ctl
