// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/monitor_panel.h"

#include "models/run_models.h"
#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/grid.h"

#include <QFileDialog>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>

#include <cmath>

namespace causeway {
namespace {

constexpr int kChartHeight = 150;
constexpr qint64 kGap = 10'000;        ///< ms: several looks were missed
constexpr qint64 kMinuteGap = 150'000; ///< the same among averages of minutes
constexpr qint64 kDay = 86'400'000;
constexpr qint64 kFresh = 15'000; ///< ms: an older value is not current

/// A short piece of a line as it is drawn in the chart.
class LineKey final : public QWidget {
public:
    LineKey(const PanelLine& line, QWidget* parent)
        : QWidget(parent)
        , m_line(line)
    {
        setFixedSize(26, 12);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(chartPen(m_line.tone, m_line.look, palette()));
        painter.drawLine(1, height() / 2, width() - 1, height() / 2);
    }

private:
    PanelLine m_line;
};

qint64 startOf(const LogRow& run)
{
    return run.startTime.toMSecsSinceEpoch();
}

qint64 endOf(const LogRow& run, qint64 now)
{
    return run.endTime ? run.endTime->toMSecsSinceEpoch() : now;
}

} // namespace

MonitorPanel::MonitorPanel(const PanelSpec& spec, QWidget* parent)
    : Translated<QFrame>(parent)
    , m_spec(spec)
{
    setObjectName(QStringLiteral("panel_") % QLatin1String(spec.id));
    setLook(this, "card");
    build();
    languageChanged();
}

void MonitorPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kOne, space::kOne, space::kOne);
    column->setSpacing(space::kHalf);
    auto* head = tight(new QHBoxLayout, space::kOne);
    QLabel* title = plainLabel(this, "heading");
    say([this, title] { title->setText(panelText(m_spec.title)); });
    m_unit = plainLabel(this, "muted");
    auto* menuButton = new QToolButton(this);
    addMenu(menuButton);
    head->addWidget(title);
    head->addWidget(m_unit);
    head->addStretch(1);
    head->addWidget(menuButton);
    auto* values = tight(new QHBoxLayout, space::kOne);
    for (const PanelLine& line : m_spec.lines) {
        m_values.push_back(plainLabel(this, "number"));
        QLabel* label = plainLabel(this, "muted");
        say([label, text = line.name] { label->setText(panelText(text)); });
        values->addWidget(new LineKey(line, this));
        values->addWidget(label);
        values->addWidget(m_values.back());
        values->addSpacing(space::kOne);
    }
    if (m_spec.lines.empty()) {
        m_values.push_back(plainLabel(this, "number"));
        values->addWidget(m_values.back());
    }
    values->addStretch(1);
    m_chart = makeChartView(this);
    m_chart->setMinimumHeight(kChartHeight);
    m_table = new SampleTableModel(this);
    auto* grid = new GridView("monitorTable", this);
    grid->setModel(m_table);
    say([this, grid] { grid->setAccessibleName(panelText(m_spec.title)); });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(grid);
    column->addLayout(head);
    column->addLayout(values);
    column->addWidget(m_stack, 1);
    connect(m_chart, &ChartView::runClicked, this, &MonitorPanel::runClicked);
}

void MonitorPanel::addMenu(QToolButton* menuButton)
{
    menuButton->setObjectName(QStringLiteral("panelMenu"));
    menuButton->setText(QStringLiteral("⋯"));
    menuButton->setPopupMode(QToolButton::InstantPopup);
    say([this, menuButton] {
        menuButton->setAccessibleName(tr("More of %1").arg(panelText(m_spec.title)));
    });
    auto* menu = new QMenu(menuButton);
    QAction* table =
        menu->addAction(QString(), this, [this] { showTable(m_stack->currentIndex() == 0); });
    table->setObjectName(QStringLiteral("panelTable"));
    QAction* png = menu->addAction(QString(), this, [this] { chooseFile(true); });
    QAction* csv = menu->addAction(QString(), this, [this] { chooseFile(false); });
    csv->setVisible(!m_spec.lines.empty());
    table->setVisible(!m_spec.lines.empty());
    say([table, png, csv] {
        table->setText(tr("Chart or table"));
        png->setText(tr("Save as PNG…"));
        csv->setText(tr("Save as CSV…"));
    });
    menuButton->setMenu(menu);
}

void MonitorPanel::chooseFile(bool png)
{
    auto* dialog = new QFileDialog(window(), png ? tr("Save as PNG") : tr("Save as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(png ? QStringLiteral("png") : QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("causeway-") % QLatin1String(m_spec.id));
    connect(dialog, &QFileDialog::fileSelected, this, [this, png](const QString& path) {
        if (!(png ? savePng(path) : saveCsv(path)))
            emit saveFailed(path);
    });
    dialog->open();
}

bool MonitorPanel::savePng(const QString& path)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && grab().save(&file, "PNG") && file.commit();
}

bool MonitorPanel::saveCsv(const QString& path) const
{
    std::vector<ValueColumn> columns;
    for (const PanelLine& line : m_spec.lines)
        columns.push_back({line.metric, {}});
    QSaveFile file(path);
    if (!m_view.series || !file.open(QIODevice::WriteOnly))
        return false;
    file.write(samplesToCsv(m_view.series->samples(), columns, m_view.from, m_view.to));
    return file.commit();
}

void MonitorPanel::showTable(bool table)
{
    m_stack->setCurrentIndex(table ? 1 : 0);
    draw();
}

void MonitorPanel::show(const MonitorView& view)
{
    m_view = view;
    draw();
}

void MonitorPanel::draw()
{
    if (!m_view.series)
        return;
    if (m_stack->currentIndex() == 1)
        m_table->setSamples(m_view.series->samples(), m_view.from, m_view.to);
    else
        m_chart->setContent(content());
    if (m_spec.lines.empty())
        showRunSummary();
    else
        showCurrent();
}

ChartContent MonitorPanel::content() const
{
    ChartContent content;
    content.from = m_view.from;
    content.to = m_view.to;
    content.ceiling = m_spec.ceiling;
    content.format = [unit = m_spec.unit](double value) { return valueText(unit, value); };
    // beyond a day there are averages of minutes
    const bool isLong = m_view.from < QDateTime::currentMSecsSinceEpoch() - kDay - kMinuteGap;
    const DrawWindow window{m_view.from, m_view.to, m_chart->columns(), isLong ? kMinuteGap : kGap};
    for (const PanelLine& line : m_spec.lines)
        content.lines.push_back({panelText(line.name), line.tone, line.look,
                                 downsample(m_view.series->samples(), line.metric, window)});
    addRuns(content);
    const AxisUnit axis = axisUnit(m_spec.unit, greatest(content));
    content.scale = axis.scale;
    m_unit->setText(axis.text);
    addBounds(content);
    return content;
}

double MonitorPanel::greatest(const ChartContent& content) const
{
    double value = m_spec.ceiling;
    for (const ChartLine& line : content.lines)
        for (const auto& segment : line.segments)
            for (const QPointF& point : segment)
                value = std::max(value, point.y());
    return value;
}

void MonitorPanel::addBounds(ChartContent& content) const
{
    for (const PanelBound& bound : m_spec.bounds) {
        const double value = bound.metric
                                 ? m_view.series->valueAt(*bound.metric, m_view.from, m_view.to)
                                 : bound.value;
        if (!std::isnan(value))
            content.thresholds.push_back(
                {value, panelText(bound.text).arg(valueText(m_spec.unit, value))});
    }
}

void MonitorPanel::addRuns(ChartContent& content) const
{
    for (const LogRow& run : *m_view.runs) {
        const qint64 end = endOf(run, m_view.to);
        if (end < m_view.from || startOf(run) > m_view.to)
            continue;
        const std::chrono::milliseconds span(qRound64(run.durationSeconds * 1000));
        const QString text =
            tr("Run of %1: %2, %3")
                .arg(words::moment(run.startTime), words::of(run.status), words::duration(span));
        if (m_spec.lines.empty())
            content.bars.push_back(
                {startOf(run), run.durationSeconds, run.runId, text, toneOf(run.status)});
        else
            content.bands.push_back({startOf(run), end, run.runId, text, toneOf(run.status)});
    }
}

void MonitorPanel::showCurrent()
{
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const double value = m_view.series->valueAt(
            m_spec.lines[i].metric, std::max(m_view.from, m_view.to - kFresh), m_view.to);
        // the unit of rates stands beside the title
        const bool isRate = m_spec.unit == Unit::RowsPerSecond;
        m_values[i]->setText(valueText(isRate ? Unit::Number : m_spec.unit, value));
        m_values[i]->setAccessibleName(panelText(m_spec.lines[i].name) % QLatin1Char(' ') %
                                       m_values[i]->text());
    }
}

void MonitorPanel::showRunSummary()
{
    int ended = 0;
    int good = 0;
    for (const LogRow& run : *m_view.runs) {
        if (startOf(run) < m_view.from || startOf(run) > m_view.to ||
            run.status == RunStatus::Running)
            continue;
        ++ended;
        good += run.status == RunStatus::Success ? 1 : 0;
    }
    m_values.front()->setText(
        ended == 0 ? tr("No run in this time")
                   : tr("%1 of %2 succeeded (%3 %)").arg(good).arg(ended).arg(100 * good / ended));
}

void MonitorPanel::languageChanged()
{
    setAccessibleName(panelText(m_spec.title));
    std::vector<ValueColumn> columns;
    for (const PanelLine& line : m_spec.lines)
        columns.push_back({line.metric, panelText(line.name)});
    m_table->setColumns(std::move(columns), m_spec.unit);
    draw();
}

} // namespace causeway
