// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace causeway {

/// What a row or a bar tells besides its number. Never by colour alone: its text says it too.
enum class ReportTone { Neutral, Good, Bad, Muted };

/// One bar of a chart; `text` is its number as people read it.
struct ReportBar {
    QString label;
    double value = 0;
    QString text;
    ReportTone tone = ReportTone::Neutral;
    std::optional<double> limit; ///< shown as a dashed mark
};

/// A chart of a report: bars below each other, each from zero.
struct ReportChart {
    QString title;
    std::vector<ReportBar> bars;
    bool isShare = false; ///< parts of one whole, side by side in one bar
};

/// @p chart as an SVG element that stands in an HTML page; needs no script and no other file.
/// Its colours are the classes good, bad, muted and neutral of that page.
[[nodiscard]] QString chartAsSvg(const ReportChart& chart);

} // namespace causeway
