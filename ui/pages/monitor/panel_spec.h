// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor_values.h"
#include "ui/charts/chart_view.h"

#include <optional>
#include <vector>

namespace causeway {

/// A line of a panel. Texts are QT_TRANSLATE_NOOP("Monitor", …).
struct PanelLine {
    Metric metric = Metric::Cpu;
    const char* name = nullptr;
    Tone tone = Tone::Plain;
    LineLook look = LineLook::Solid;
};
/// A bound of a panel: a fixed value, or what a metric says.
struct PanelBound {
    const char* text = nullptr; ///< with %1 for the value
    double value = 0;
    std::optional<Metric> metric = std::nullopt;
};
/// What one panel shows. Without lines: the duration of each run.
struct PanelSpec {
    const char* id = nullptr;
    const char* title = nullptr;
    Unit unit = Unit::Number;
    std::vector<PanelLine> lines;
    std::vector<PanelBound> bounds = {};
    double ceiling = 0;
};

[[nodiscard]] const std::vector<PanelSpec>& monitorPanels();
/// @p text of a spec in the current language.
[[nodiscard]] QString panelText(const char* text);

} // namespace causeway
