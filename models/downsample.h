// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/monitor/sample.h"

#include <QPointF>

#include <vector>

namespace causeway {

/// Unbroken stretches of a line: between two of them nothing is known.
using LineSegments = std::vector<std::vector<QPointF>>;

/// What part of a series is drawn, and how finely.
struct DrawWindow {
    qint64 from = 0; ///< ms since 1970
    qint64 to = 0;   ///< ms since 1970
    int columns = 1; ///< pixels of its width
    qint64 gap = 0;  ///< a line is broken where no sample came for longer, in ms
};

/// The line of @p metric in @p window: per pixel column at most its first, least, greatest and last
/// point, in order, so that no peak is lost and no more is drawn than can be seen. x: ms since
/// 1970.
///
/// Broken where the metric is unknown, or where two samples lie further apart than the window's
/// gap.
/// One point on either side of the window is kept, so that a line reaches its edges.
/// @param samples  by time
[[nodiscard]] LineSegments downsample(const std::vector<Sample>& samples, Metric metric,
                                      const DrawWindow& window);

} // namespace causeway
