// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "ui/async/background.h"
#include "ui/pages/monitor/monitor_panel.h"
#include "ui/shell/page.h"

#include <QTimer>

#include <array>
#include <deque>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace causeway {

class EmptyState;
class ErrorList;
class SampleFeed;

/// Charts of the chosen pair and of this machine, live or of the past.
///
/// Panels are drawn one after the other, each in a turn of the event loop of its own.
class MonitorPage final : public Page {
    Q_OBJECT
public:
    MonitorPage(const PageContext& context, SampleFeed& feed, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Monitor"); }
    void refresh() override;
    [[nodiscard]] bool isBusy() const override { return m_background.isBusy(); }
    /// Shows [@p from, @p to] of the past, paused.
    void showMoment(const QDateTime& from, const QDateTime& to);

protected:
    void languageChanged() override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* buildPanels();
    void addRanges();
    void addActions();
    void useRange(int minutes);
    void setPaused(bool paused);
    void load();
    void loadRuns();
    void take();
    void showSamples(std::vector<Sample> samples);
    void drawAll();
    void drawNext();
    void showState();
    void showTroubles();
    [[nodiscard]] QString troubleText() const;
    [[nodiscard]] bool isLive() const { return !m_isPaused; }

    Session& m_session;
    ActionRegistry& m_actions;
    Navigator& m_navigator;
    SampleFeed& m_feed;
    Background m_background;
    SampleSeries m_series;
    std::vector<LogRow> m_runs;
    qint64 m_minutes = 5;
    qint64 m_from = 0;
    qint64 m_to = 1;
    bool m_isPaused = false;
    std::array<QDateTime, 2> m_troubleSince;
    std::vector<MonitorPanel*> m_panels;
    std::deque<MonitorPanel*> m_dirty;
    QTimer m_drawing;
    QButtonGroup* m_ranges = nullptr;
    QPushButton* m_pause = nullptr;
    QLabel* m_trouble = nullptr;
    ErrorList* m_troubles = nullptr;
    std::vector<std::pair<QString, Error>> m_shownTroubles;
    QLabel* m_unkept = nullptr;
    QLabel* m_shown = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedWidget* m_stack = nullptr;
};

} // namespace causeway
