// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

#include "sync/core/enums.h"

#include <QTimer>

class QProgressBar;
class QStatusBar;
class QToolButton;

namespace causeway {

class Navigator;
class Session;

/// What the status bar shows: both sides, the run, the open conflicts. Clicking leads to the page.
class StatusStrip final : public Translated<QWidget> {
    Q_OBJECT
public:
    StatusStrip(Session& session, Navigator& navigator, QWidget* parent = nullptr);

protected:
    void languageChanged() override;

private:
    void showSide(Side side);
    void showRun();
    void showConflicts();

    Session& m_session;
    QToolButton* m_remote = nullptr;
    QToolButton* m_local = nullptr;
    QToolButton* m_run = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_conflicts = nullptr;
    QTimer m_timer;
};

} // namespace causeway
