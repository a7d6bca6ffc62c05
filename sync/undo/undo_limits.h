// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace causeway {

/// How much of what runs overwrite and delete is kept, so that they can be undone. Bounds.
struct UndoLimits {
    qint64 rows = 200'000;      ///< of one run; 0: nothing is kept
    qint64 bytes = 256'000'000; ///< of one run, in stored form
    int days = 7;               ///< then a run cannot be undone any more
};

} // namespace causeway
