// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace causeway {

/// The manual page of the console in the current language, as roff source; installed as it is.
[[nodiscard]] QString manualPage(const QList<QCommandLineOption>& options);

} // namespace causeway
