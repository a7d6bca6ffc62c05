// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "ui/base/translated.h"
#include "ui/pages/monitor/panel_spec.h"

#include <QFrame>

class QFileDialog;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace causeway {

/// What all panels of the page show: the same samples and runs of the same stretch of time.
struct MonitorView {
    const SampleSeries* series = nullptr;
    const std::vector<LogRow>* runs = nullptr; ///< summaries
    qint64 from = 0;                           ///< ms since 1970
    qint64 to = 1;
};

/// One chart with its title, its current values and its ways out: table, PNG, CSV.
class MonitorPanel final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit MonitorPanel(const PanelSpec& spec, QWidget* parent = nullptr);

    /// Draws @p view, whose values must stay until the next call or the panel's end.
    void show(const MonitorView& view);
    /// Writes the panel as a picture. @return false when the file cannot be written.
    [[nodiscard]] bool savePng(const QString& path);
    [[nodiscard]] bool saveCsv(const QString& path) const;
    void showTable(bool table);

signals:
    void runClicked(const QString& runId);
    void saveFailed(const QString& path);

protected:
    void languageChanged() override;

private:
    void build();
    void addMenu(QToolButton* menuButton);
    void chooseFile(bool png);
    void draw();
    [[nodiscard]] ChartContent content() const;
    void addBounds(ChartContent& content) const;
    void addRuns(ChartContent& content) const;
    void showCurrent();
    void showRunSummary();
    [[nodiscard]] double greatest(const ChartContent& content) const;

    const PanelSpec& m_spec;
    MonitorView m_view;
    ChartView* m_chart = nullptr;
    SampleTableModel* m_table = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_unit = nullptr;
    std::vector<QLabel*> m_values; ///< one for each line; one for the runs
};

} // namespace causeway
