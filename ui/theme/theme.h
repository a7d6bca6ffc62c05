// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QString>

class QApplication;

namespace causeway {

/// Gives @p app the Fusion style with the console's palette, style sheet and fonts.
/// @param points  size of ordinary text.
void applyTheme(QApplication& app, Scheme scheme, int points = 10);

/// One of the console's own icons in the colour of the text around it; follows the palette.
[[nodiscard]] QIcon themedIcon(const QString& name);
/// The same in a fixed role: for buttons with a filled background.
[[nodiscard]] QIcon themedIconOnAccent(const QString& name);
/// The icon of the program itself.
[[nodiscard]] QIcon applicationIcon();

} // namespace causeway
