// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/side_label.h"

#include <QCoreApplication>

namespace causeway {

QString sideLabel(Side side, const SideConfig& config)
{
    const QString word = side == Side::Remote
                             ? QCoreApplication::translate("causeway::Side", "remote")
                             : QCoreApplication::translate("causeway::Side", "local");
    return word + QStringLiteral(" · ") + config.display();
}

} // namespace causeway
