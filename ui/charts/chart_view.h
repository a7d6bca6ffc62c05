// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/downsample.h"
#include "models/record_table_model.h"

#include <QPen>
#include <QWidget>

#include <functional>

namespace causeway {

/// How a line looks besides its colour: never told apart by colour alone.
enum class LineLook { Solid, Dashed, Dotted };

struct ChartLine {
    QString name;
    Tone tone = Tone::Plain;
    LineLook look = LineLook::Solid;
    LineSegments segments; ///< x: ms since 1970
};
/// A bound, drawn as a dashed line with its words; one above the range is named at the upper edge.
struct ChartThreshold {
    double value = 0;
    QString text;
};
/// A stretch of time behind the lines that can be clicked: a run.
struct ChartBand {
    qint64 from = 0;
    qint64 to = 0;
    QString id;
    QString text;
    Tone tone = Tone::Quiet;
};
/// One event with a size, drawn as a bar; a bad one carries a cross on top.
struct ChartBar {
    qint64 at = 0;
    double value = 0;
    QString id;
    QString text;
    Tone tone = Tone::Good;
};
struct ChartContent {
    qint64 from = 0; ///< ms since 1970
    qint64 to = 1;
    double scale = 1;   ///< values are divided by it for the axis
    double ceiling = 0; ///< greatest value of the axis; 0: what the lines need
    std::vector<ChartLine> lines;
    std::vector<ChartThreshold> thresholds;
    std::vector<ChartBand> bands;
    std::vector<ChartBar> bars;
    std::function<QString(double)> format; ///< a value with its unit
};

/// A chart over time: shows values where the mouse is, tells which run was clicked.
/// What draws it is hidden behind this.
class ChartView : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Replaces all that is shown.
    virtual void setContent(ChartContent content) = 0;
    /// Pixels of the plot's width: how finely a line need be known.
    [[nodiscard]] virtual int columns() const = 0;

signals:
    /// A bar or band of @p id was clicked.
    void runClicked(const QString& id);
};

[[nodiscard]] ChartView* makeChartView(QWidget* parent);
/// Pen of a line in the colours that go with @p palette.
[[nodiscard]] QPen chartPen(Tone tone, LineLook look, const QPalette& palette);

} // namespace causeway
