// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

class QComboBox;
class QPushButton;
class QToolButton;

namespace causeway {

class DirectionPicture;
class ElidedLabel;
class Navigator;
class ActionRegistry;
class Session;
class Tag;

/// The bar above the pages: which pair, may it be written to, Sync now.
class TopBar final : public Translated<QWidget> {
    Q_OBJECT
public:
    TopBar(Session& session, Navigator& navigator, QWidget* parent = nullptr);
    /// Sync and Stop do what their actions do, when those can be done, and name their shortcuts.
    void useActions(const ActionRegistry& actions);

protected:
    void languageChanged() override;

private:
    void build();
    void fillProfiles();
    void showCurrent();
    void showRunning();
    void showPause();
    void bind(QPushButton* button, QAction* action);
    void showTips();
    void toggleLock();
    void unlock();

    Session& m_session;
    Navigator& m_navigator;
    QComboBox* m_profiles = nullptr;
    Tag* m_environment = nullptr;
    ElidedLabel* m_remote = nullptr;
    DirectionPicture* m_direction = nullptr;
    ElidedLabel* m_local = nullptr;
    QToolButton* m_lock = nullptr;
    QPushButton* m_sync = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_stop = nullptr;
    QAction* m_syncAction = nullptr; ///< nullptr before useActions()
    QAction* m_pauseAction = nullptr;
    QAction* m_stopAction = nullptr;
};

} // namespace causeway
