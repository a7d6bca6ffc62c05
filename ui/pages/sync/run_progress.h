// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/progress.h"
#include "ui/base/translated.h"

#include <QElapsedTimer>
#include <QTimer>

#include <array>

class QHBoxLayout;
class QProgressBar;
class QPushButton;

namespace causeway {

class Session;

/// A run at work: phase, table, total, rows per second, time left, pause, cancel. Polls the
/// snapshot.
class RunProgress final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit RunProgress(Session& session, QWidget* parent = nullptr);

    /// Begins to follow the run at work.
    void follow(bool isPreview);
    void stop();

protected:
    void languageChanged() override;

private:
    struct Figure {
        QLabel* value = nullptr;
        QLabel* caption = nullptr;
    };
    void build();
    Figure addFigure(QHBoxLayout* row, const char* objectName, const char* caption);
    void showNow();
    void showTitle(const ProgressSnapshot& now);
    void showPause();
    void showPhases(RunPhase phase);
    void showBars(const ProgressSnapshot& now);
    void showFigures(const ProgressSnapshot& now);

    Session& m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
    bool m_isPreview = false;
    QLabel* m_title = nullptr;
    std::array<QLabel*, 5> m_phases{};
    QLabel* m_table = nullptr;
    QProgressBar* m_tableBar = nullptr;
    QLabel* m_total = nullptr;
    QProgressBar* m_totalBar = nullptr;
    Figure m_speed;
    Figure m_left;
    Figure m_toLocal;
    Figure m_toRemote;
    Figure m_conflicts;
    Figure m_elapsed;
    QLabel* m_note = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace causeway
