// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

#include <QMainWindow>

#include <array>
#include <functional>
#include <vector>

class QComboBox;
class QMenu;
class QStackedWidget;

namespace causeway {

class ActionRegistry;
class Language;
class NavBar;
class Page;
class TopBar;
class WelcomeView;
struct PageContext;

/// The empty shell of the console: navigation, bar, page stack, status bar, menus. Pages are added
/// from outside and never change it.
class MainWindow final : public Translated<QMainWindow> {
    Q_OBJECT
public:
    MainWindow(const PageContext& context, Language& language);

    /// Takes ownership. Pages appear in the order they were added.
    void addPage(Page* page);
    /// Builds the menus from the action registry; after the last page was added.
    void finish();
    void showPage(const QByteArray& id);
    /// @param mayHide  asked when the window is closed: true hides it, and the console goes on.
    void setHider(std::function<bool()> mayHide) { m_mayHide = std::move(mayHide); }
    /// Closes the window for good, asking first while a run is at work.
    void quit();
    [[nodiscard]] Page* currentPage() const;
    [[nodiscard]] Page* page(const QByteArray& id) const;
    [[nodiscard]] const std::vector<Page*>& pages() const { return m_pages; }

signals:
    /// The window was closed and is only hidden.
    void hidden();

protected:
    void languageChanged() override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void showIndex(int index);
    void showTitle();
    void showWelcomeIfEmpty();
    void confirmClose();
    [[nodiscard]] QComboBox* makeLanguageBox();

    ActionRegistry& m_actions;
    Language& m_language;
    class Session& m_session;
    class Navigator& m_navigator;
    NavBar* m_nav = nullptr;
    TopBar* m_bar = nullptr;
    QStackedWidget* m_stack = nullptr;
    WelcomeView* m_welcome = nullptr;
    QComboBox* m_languageBox = nullptr;
    std::array<QMenu*, 7> m_menus{};
    std::vector<Page*> m_pages;
    std::function<bool()> m_mayHide;
    bool m_isQuitting = false;
    bool m_mayClose = false;
};

} // namespace causeway
