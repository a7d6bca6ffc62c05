# SPDX-License-Identifier: GPL-3.0-or-later
"""Only ui/charts knows Qt Charts: what draws the charts can be changed there alone."""

from gate_layers import INCLUDE, qt_module_of
from source_tree import without_comments

HOME = "ui/charts/"
MODULE = "QtCharts"


def check(tree):
    problems = []
    for name in tree.under("sync", "models", "ui", "app", "tests"):
        if name.startswith(HOME):
            continue
        text = without_comments(tree.text(name))
        problems += [f"{name}:{text.count(chr(10), 0, match.start(1)) + 1}: {match.group(1)} outside {HOME}"
                     for match in INCLUDE.finditer(text) if qt_module_of(match.group(1)) == MODULE]
    return problems


GOOD = {
    "ui/charts/view.cpp": "#include <QChart>\n#include <QtCharts>\n",
    "ui/pages/monitor/panel.cpp": '#include "ui/charts/chart_view.h"\n// #include <QChart>\n#include <QPainter>\n',
    "tests/ui/tst_charts.cpp": '#include "ui/charts/chart_view.h"\n',
}
BAD = [
    {"ui/pages/monitor/panel.cpp": "#include <QChartView>\n"},
    {"ui/pages/monitor/panel.h": "#include <QtCharts/QLineSeries>\n"},
    {"ui/widgets/spark.cpp": "#  include <QValueAxis>\n"},
    {"ui/widgets/spark.cpp": "#include <qchart.h>\n"},
    {"ui/charts_old/a.cpp": "#include <QtCharts>\n"},
    {"tests/ui/tst_charts.cpp": "#include <QDateTimeAxis>\n"},
]
