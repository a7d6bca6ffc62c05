// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that knows Qt Charts: its axes, grid and layout; lines are drawn into its plot area
// directly, because a line with gaps would be a series for each stretch.
#include "ui/charts/chart_view.h"
#include "ui/theme/tokens.h"

#include <QChart>
#include <QChartView>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace causeway {
namespace {

constexpr int kTicks = 5;
constexpr double kReach = 4; ///< pixels around a bar or a narrow band that still hit it
constexpr double kBarWidth = 7;
constexpr qint64 kQuarter = 15 * 60 * 1000;
constexpr qint64 kDay = 86'400'000;

/// The least of 1, 2, 2.5, 5 times a power of ten that is not below @p value.
double niceCeiling(double value)
{
    if (value <= 0 || !std::isfinite(value))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

double greatestOf(const ChartContent& content)
{
    double greatest = 0;
    for (const ChartLine& line : content.lines) {
        for (const auto& segment : line.segments) {
            for (const QPointF& point : segment)
                greatest = std::max(greatest, point.y());
        }
    }
    for (const ChartBar& bar : content.bars)
        greatest = std::max(greatest, bar.value);
    return greatest;
}

/// The dashes of chartPen(), told by columns of pixels.
bool isInDash(int column, LineLook look)
{
    switch (look) {
    case LineLook::Solid:
        return true;
    case LineLook::Dashed:
        return column % 13 < 8;
    case LineLook::Dotted:
        return column % 6 < 2;
    }
    return true;
}

class Canvas final : public QChartView {
public:
    explicit Canvas(ChartView* owner);
    void setContent(ChartContent content);
    [[nodiscard]] int columns() const
    {
        return std::max(50, static_cast<int>(chart()->plotArea().width()));
    }

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyColours();
    void fitAxes();
    [[nodiscard]] double xOf(qint64 at) const;
    [[nodiscard]] double yOf(double value) const;
    void paintBands(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintLine(QPainter& painter, const ChartLine& line) const;
    [[nodiscard]] bool isDense(const std::vector<QPointF>& segment) const;
    void paintDense(QPainter& painter, const std::vector<QPointF>& segment, const QPen& pen,
                    LineLook look) const;
    void paintThresholds(QPainter& painter) const;
    [[nodiscard]] QString runAt(double x) const;
    [[nodiscard]] QString wordsAt(double x) const;

    ChartView* m_owner;
    ChartContent m_content;
    const Tokens* m_tokens = nullptr; ///< whose colours axes and background have
    QDateTimeAxis* m_time = new QDateTimeAxis(this);
    QValueAxis* m_value = new QValueAxis(this);
    double m_ceiling = 1;
    double m_cursor = -1; ///< x of the mouse in the plot; negative: not there
};

Canvas::Canvas(ChartView* owner)
    : QChartView(owner)
    , m_owner(owner)
{
    chart()->legend()->hide();
    chart()->setMargins(QMargins(0, 0, 4, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    auto* anchor = new QLineSeries; // axes belong to a series
    chart()->addSeries(anchor);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
    anchor->attachAxis(m_time);
    anchor->attachAxis(m_value);
    m_time->setTickCount(kTicks);
    m_value->setTickCount(3);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    applyColours();
}

void Canvas::applyColours()
{
    m_tokens = &tokensFor(m_owner->palette());
    const Tokens& tokens = *m_tokens;
    chart()->setBackgroundBrush(tokens.surface);
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(tokens.surface);
    QFont small = m_owner->font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() * 0.85));
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(m_time), static_cast<QAbstractAxis*>(m_value)}) {
        axis->setLabelsColor(tokens.muted);
        axis->setLabelsFont(small);
        axis->setGridLinePen(QPen(tokens.border, 1));
        axis->setLinePen(QPen(tokens.strongBorder, 1));
    }
}

void Canvas::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

void Canvas::setContent(ChartContent content)
{
    m_content = std::move(content);
    if (m_tokens != &tokensFor(m_owner->palette()))
        applyColours(); // the owner may learn of another palette later than we
    fitAxes();
    viewport()->update();
}

void Canvas::fitAxes()
{
    const qint64 span = m_content.to - m_content.from;
    m_time->setFormat(span <= kQuarter ? QStringLiteral("HH:mm:ss")
                      : span <= kDay   ? QStringLiteral("HH:mm")
                                       : QStringLiteral("MM-dd HH:mm"));
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(m_content.from),
                     QDateTime::fromMSecsSinceEpoch(m_content.to));
    const double greatest =
        m_content.ceiling > 0 ? m_content.ceiling : greatestOf(m_content) * 1.05;
    m_ceiling = niceCeiling(greatest / m_content.scale);
    const double step = m_ceiling / 2;
    m_value->setLabelFormat(step == std::floor(step) ? QStringLiteral("%.0f")
                            : step >= 0.1            ? QStringLiteral("%.2f")
                                                     : QStringLiteral("%.3f"));
    m_value->setRange(0, m_ceiling);
}

double Canvas::xOf(qint64 at) const
{
    const QRectF plot = chart()->plotArea();
    return plot.left() +
           plot.width() * static_cast<double>(at - m_content.from) /
               static_cast<double>(std::max<qint64>(1, m_content.to - m_content.from));
}

double Canvas::yOf(double value) const
{
    const QRectF plot = chart()->plotArea();
    return plot.bottom() - plot.height() * value / m_content.scale / m_ceiling;
}

void Canvas::drawForeground(QPainter* painter, const QRectF&)
{
    const QRectF plot = chart()->plotArea();
    painter->save();
    painter->setClipRect(plot.adjusted(-1, -1, 1, 1));
    paintBands(*painter);
    paintBars(*painter);
    for (const ChartLine& line : m_content.lines)
        paintLine(*painter, line);
    paintThresholds(*painter);
    if (m_cursor >= plot.left() && m_cursor <= plot.right()) {
        painter->setPen(QPen(tokensFor(m_owner->palette()).muted, 1));
        painter->drawLine(QPointF(m_cursor, plot.top()), QPointF(m_cursor, plot.bottom()));
    }
    painter->restore();
}

void Canvas::paintBands(QPainter& painter) const
{
    const QRectF plot = chart()->plotArea();
    for (const ChartBand& band : m_content.bands) {
        const double left = xOf(band.from);
        const double width = std::max(2.0, xOf(band.to) - left);
        QColor colour = inkOf(band.tone, tokensFor(m_owner->palette()));
        colour.setAlpha(44);
        painter.fillRect(QRectF(left, plot.top(), width, plot.height()), colour);
    }
}

void Canvas::paintBars(QPainter& painter) const
{
    const QRectF plot = chart()->plotArea();
    for (const ChartBar& bar : m_content.bars) {
        const QColor ink = inkOf(bar.tone, tokensFor(m_owner->palette()));
        const double x = xOf(bar.at);
        const double top = std::min(yOf(bar.value), plot.bottom() - 3);
        painter.fillRect(QRectF(x - kBarWidth / 2, top, kBarWidth, plot.bottom() - top), ink);
        if (bar.tone != Tone::Bad)
            continue;
        painter.setPen(QPen(ink, 2));
        const double y = std::max(top - 7, plot.top() + 4);
        painter.drawLine(QPointF(x - 4, y - 4), QPointF(x + 4, y + 4));
        painter.drawLine(QPointF(x - 4, y + 4), QPointF(x + 4, y - 4));
    }
}

void Canvas::paintLine(QPainter& painter, const ChartLine& line) const
{
    const QPen pen = chartPen(line.tone, line.look, m_owner->palette());
    painter.setPen(pen);
    for (const auto& segment : line.segments) {
        if (isDense(segment)) {
            paintDense(painter, segment, pen, line.look);
            continue;
        }
        QPolygonF shape;
        shape.reserve(static_cast<qsizetype>(segment.size()));
        for (const QPointF& point : segment)
            shape << QPointF(xOf(static_cast<qint64>(point.x())), yOf(point.y()));
        if (shape.size() == 1)
            painter.drawEllipse(shape.front(), 1, 1);
        else
            painter.drawPolyline(shape);
    }
}

/// More points than pixels: a polyline would go up and down in each of them.
bool Canvas::isDense(const std::vector<QPointF>& segment) const
{
    const double width = xOf(static_cast<qint64>(segment.back().x())) -
                         xOf(static_cast<qint64>(segment.front().x()));
    return static_cast<double>(segment.size()) > 1.5 * width + 4;
}

/// What the polyline would cover, one upright stroke for each column of pixels: stroking (and
/// dashing) a line that long costs many times more.
void Canvas::paintDense(QPainter& painter, const std::vector<QPointF>& segment, const QPen& pen,
                        LineLook look) const
{
    const double width = pen.widthF();
    double last = yOf(segment.front().y());
    for (std::size_t i = 0; i < segment.size();) {
        const auto columnOf = [this, &segment](std::size_t at) {
            return static_cast<int>(std::floor(xOf(static_cast<qint64>(segment[at].x()))));
        };
        const int column = columnOf(i);
        double top = last;
        double bottom = last;
        for (; i < segment.size() && columnOf(i) == column; ++i) {
            last = yOf(segment[i].y());
            top = std::min(top, last);
            bottom = std::max(bottom, last);
        }
        if (isInDash(column, look))
            painter.fillRect(QRectF(column, top - width / 2, width, bottom - top + width),
                             pen.color());
    }
}

void Canvas::paintThresholds(QPainter& painter) const
{
    const Tokens& tokens = tokensFor(m_owner->palette());
    const QRectF plot = chart()->plotArea();
    painter.setFont(m_value->labelsFont());
    double nextAbove = plot.top();
    const double height = QFontMetricsF(m_value->labelsFont()).height();
    for (const ChartThreshold& bound : m_content.thresholds) {
        if (!std::isfinite(bound.value))
            continue;
        const double y = yOf(bound.value);
        const bool isAbove = y < plot.top();
        painter.setPen(QPen(tokens.edited, 1, Qt::DashLine));
        if (!isAbove)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const double top = isAbove ? std::exchange(nextAbove, nextAbove + height)
                                   : (y - height < plot.top() ? y : y - height);
        painter.setPen(tokens.edited);
        painter.drawText(QRectF(plot.left() + 4, top, plot.width() - 8, height),
                         Qt::AlignRight | Qt::AlignVCenter,
                         isAbove ? bound.text % QStringLiteral(" ↑") : bound.text);
    }
}

QString Canvas::runAt(double x) const
{
    QString found;
    double nearest = kReach + kBarWidth / 2;
    for (const ChartBar& bar : m_content.bars) {
        if (std::abs(xOf(bar.at) - x) <= nearest) {
            nearest = std::abs(xOf(bar.at) - x);
            found = bar.id;
        }
    }
    if (!found.isEmpty())
        return found;
    for (const ChartBand& band : m_content.bands) {
        if (x >= xOf(band.from) - kReach && x <= xOf(band.to) + kReach)
            found = band.id;
    }
    return found;
}

QString Canvas::wordsAt(double x) const
{
    const QRectF plot = chart()->plotArea();
    const double at =
        static_cast<double>(m_content.from) +
        (x - plot.left()) / plot.width() * static_cast<double>(m_content.to - m_content.from);
    QStringList words{QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(at))
                          .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))};
    const double reach =
        static_cast<double>(m_content.to - m_content.from) / std::max(1.0, plot.width()) * 6;
    for (const ChartLine& line : m_content.lines) {
        const QPointF* nearest = nullptr;
        for (const auto& segment : line.segments) {
            for (const QPointF& point : segment) {
                if (!nearest || std::abs(point.x() - at) < std::abs(nearest->x() - at))
                    nearest = &point;
            }
        }
        const bool isKnown = nearest && std::abs(nearest->x() - at) <= std::max(reach, 3000.0);
        words << line.name % QStringLiteral(": ") %
                     (isKnown && m_content.format ? m_content.format(nearest->y())
                                                  : QStringLiteral("—"));
    }
    const QString run = runAt(x);
    for (const ChartBar& bar : m_content.bars) {
        if (bar.id == run)
            words << bar.text;
    }
    for (const ChartBand& band : m_content.bands) {
        if (band.id == run && !words.contains(band.text))
            words << band.text;
    }
    return words.join(QLatin1Char('\n'));
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    m_cursor = x;
    const bool isInPlot = chart()->plotArea().contains(event->position());
    setCursor(isInPlot && !runAt(x).isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (isInPlot)
        QToolTip::showText(event->globalPosition().toPoint(), wordsAt(x), this);
    else
        QToolTip::hideText();
    viewport()->update();
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !chart()->plotArea().contains(event->position()))
        return;
    const QString run = runAt(event->position().x());
    if (!run.isEmpty())
        emit m_owner->runClicked(run);
}

void Canvas::leaveEvent(QEvent* event)
{
    m_cursor = -1;
    viewport()->update();
    QChartView::leaveEvent(event);
}

class QtChartView final : public ChartView {
public:
    explicit QtChartView(QWidget* parent)
        : ChartView(parent)
        , m_canvas(new Canvas(this))
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_canvas);
    }
    void setContent(ChartContent content) override { m_canvas->setContent(std::move(content)); }
    [[nodiscard]] int columns() const override { return m_canvas->columns(); }

private:
    Canvas* m_canvas;
};

} // namespace

ChartView* makeChartView(QWidget* parent)
{
    return new QtChartView(parent);
}

QPen chartPen(Tone tone, LineLook look, const QPalette& palette)
{
    QPen pen(inkOf(tone, tokensFor(palette)), 1.6);
    pen.setCosmetic(true);
    if (look == LineLook::Dashed)
        pen.setDashPattern({5, 3});
    else if (look == LineLook::Dotted)
        pen.setDashPattern({1.5, 2.5});
    return pen;
}

} // namespace causeway
