// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/panel_spec.h"

#include <QCoreApplication>

namespace causeway {
namespace {

PanelLine remote(Metric metric)
{
    return {metric, QT_TRANSLATE_NOOP("Monitor", "remote"), Tone::Remote, LineLook::Solid};
}

PanelLine local(Metric metric)
{
    return {metric, QT_TRANSLATE_NOOP("Monitor", "local"), Tone::Local, LineLook::Dashed};
}

std::vector<PanelSpec> pairPanels()
{
    return {
        {"rows",
         QT_TRANSLATE_NOOP("Monitor", "Rows written"),
         Unit::RowsPerSecond,
         {{Metric::RowsToLocal, QT_TRANSLATE_NOOP("Monitor", "remote → local"), Tone::Remote,
           LineLook::Solid},
          {Metric::RowsToRemote, QT_TRANSLATE_NOOP("Monitor", "local → remote"), Tone::Local,
           LineLook::Dashed}},
         {{QT_TRANSLATE_NOOP("Monitor", "slow below %1"), 50}}},
        {"pending",
         QT_TRANSLATE_NOOP("Monitor", "Pending changes"),
         Unit::Number,
         {{Metric::PendingRows, QT_TRANSLATE_NOOP("Monitor", "rows as last counted"), Tone::Edited,
           LineLook::Solid}}},
        {"latency",
         QT_TRANSLATE_NOOP("Monitor", "Latency"),
         Unit::Milliseconds,
         {remote(Metric::RemoteLatency), local(Metric::LocalLatency)},
         {{QT_TRANSLATE_NOOP("Monitor", "slow above %1"), 1000}}},
        {"connections",
         QT_TRANSLATE_NOOP("Monitor", "Connections"),
         Unit::Number,
         {remote(Metric::RemoteConnections), local(Metric::LocalConnections)},
         {{QT_TRANSLATE_NOOP("Monitor", "remote limit %1"), 0, Metric::RemoteMaxConnections},
          {QT_TRANSLATE_NOOP("Monitor", "local limit %1"), 0, Metric::LocalMaxConnections}}},
        {"conflicts",
         QT_TRANSLATE_NOOP("Monitor", "Conflicts"),
         Unit::Number,
         {{Metric::OpenConflicts, QT_TRANSLATE_NOOP("Monitor", "open"), Tone::Conflict,
           LineLook::Solid},
          {Metric::SettledConflicts, QT_TRANSLATE_NOOP("Monitor", "settled"), Tone::Good,
           LineLook::Dashed}}},
        {"runs", QT_TRANSLATE_NOOP("Monitor", "Runs"), Unit::Seconds, {}},
    };
}

std::vector<PanelSpec> machinePanels()
{
    return {
        {"cpu",
         QT_TRANSLATE_NOOP("Monitor", "Processor"),
         Unit::Percent,
         {{Metric::Cpu, QT_TRANSLATE_NOOP("Monitor", "this machine"), Tone::Plain,
           LineLook::Solid}},
         {{QT_TRANSLATE_NOOP("Monitor", "high above %1"), 90}},
         100},
        {"memory",
         QT_TRANSLATE_NOOP("Monitor", "Memory"),
         Unit::Bytes,
         {{Metric::MemoryUsed, QT_TRANSLATE_NOOP("Monitor", "this machine"), Tone::Plain,
           LineLook::Solid},
          {Metric::ProcessMemory, QT_TRANSLATE_NOOP("Monitor", "Causeway"), Tone::Edited,
           LineLook::Dashed}},
         {{QT_TRANSLATE_NOOP("Monitor", "built in: %1"), 0, Metric::MemoryTotal}}},
        {"disk",
         QT_TRANSLATE_NOOP("Monitor", "Disk"),
         Unit::Bytes,
         {{Metric::DiskFree, QT_TRANSLATE_NOOP("Monitor", "free"), Tone::Plain, LineLook::Solid}},
         {{QT_TRANSLATE_NOOP("Monitor", "short below %1"), 1073741824.0}}},
        {"network",
         QT_TRANSLATE_NOOP("Monitor", "Network"),
         Unit::BytesPerSecond,
         {{Metric::NetworkIn, QT_TRANSLATE_NOOP("Monitor", "in"), Tone::Plain, LineLook::Solid},
          {Metric::NetworkOut, QT_TRANSLATE_NOOP("Monitor", "out"), Tone::Edited,
           LineLook::Dashed}}},
    };
}

} // namespace

const std::vector<PanelSpec>& monitorPanels()
{
    static const std::vector<PanelSpec> all = [] {
        std::vector<PanelSpec> panels = pairPanels();
        for (const PanelSpec& panel : machinePanels())
            panels.push_back(panel);
        return panels;
    }();
    return all;
}

QString panelText(const char* text)
{
    return QCoreApplication::translate("Monitor", text);
}

} // namespace causeway
