// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/grid_text.h"

#include <QPoint>

namespace causeway {

class GridView;

/// The selected rows of @p grid with its visible columns, as they stand on the screen.
[[nodiscard]] QString selectionAs(const GridView& grid, TextFormat format);

/// Menu of a grid's cells: copy, copy as. @param at  in the coordinates of the screen.
void showCellMenu(GridView& grid, const QPoint& at);
/// Menu of a grid's headings: which columns are shown.
void showColumnMenu(GridView& grid, const QPoint& at);

} // namespace causeway
