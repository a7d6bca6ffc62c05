// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell_actions.h"

#include "ui/pages/profiles/effective_dialog.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/help_dialogs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/theme/appearance.h"

#include <QAction>
#include <QActionGroup>

#include <algorithm>
#include <array>

namespace causeway {
namespace {

constexpr std::array<const char*, 10> kPageTexts{
    QT_TRANSLATE_NOOP("Actions", "Page 1"), QT_TRANSLATE_NOOP("Actions", "Page 2"),
    QT_TRANSLATE_NOOP("Actions", "Page 3"), QT_TRANSLATE_NOOP("Actions", "Page 4"),
    QT_TRANSLATE_NOOP("Actions", "Page 5"), QT_TRANSLATE_NOOP("Actions", "Page 6"),
    QT_TRANSLATE_NOOP("Actions", "Page 7"), QT_TRANSLATE_NOOP("Actions", "Page 8"),
    QT_TRANSLATE_NOOP("Actions", "Page 9"), QT_TRANSLATE_NOOP("Actions", "Page 10")};

void addPageActions(const ShellParts& parts)
{
    const auto& pages = parts.window.pages();
    const int count = std::min(static_cast<int>(pages.size()), 10);
    for (int i = 0; i < count; ++i) {
        const Page* page = pages[static_cast<std::size_t>(i)];
        parts.actions.add(
            {"view.page" + QByteArray::number(i + 1),
             MenuId::View,
             kPageTexts[static_cast<std::size_t>(i)],
             page->icon(),
             {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + (i + 1) % 10))}},
            [&window = parts.window, id = page->id()] { window.showPage(id); });
    }
}

void addNavigation(const ShellParts& parts)
{
    parts.actions.add(
        {"view.palette",
         MenuId::View,
         QT_TRANSLATE_NOOP("Actions", "&Command palette…"),
         QStringLiteral("search"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), QKeySequence(Qt::CTRL | Qt::Key_K)},
         nullptr,
         true},
        [&window = parts.window, &actions = parts.actions, &session = parts.session] {
            openPalette(&window, actions, session);
        });
    parts.actions.add({"view.refresh",
                       MenuId::View,
                       QT_TRANSLATE_NOOP("Actions", "&Refresh"),
                       QStringLiteral("sync"),
                       {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}},
                      [&window = parts.window] {
                          if (Page* page = window.currentPage())
                              page->refresh();
                      });
}

void addSchemes(const ShellParts& parts)
{
    struct Choice {
        const char* id;
        const char* text;
        SchemeChoice scheme;
    };
    static constexpr std::array<Choice, 3> kChoices{
        Choice{"view.schemeSystem", QT_TRANSLATE_NOOP("Actions", "Colours of the &system"),
               SchemeChoice::System},
        Choice{"view.schemeLight", QT_TRANSLATE_NOOP("Actions", "&Light colours"),
               SchemeChoice::Light},
        Choice{"view.schemeDark", QT_TRANSLATE_NOOP("Actions", "&Dark colours"),
               SchemeChoice::Dark}};
    auto* group = new QActionGroup(&parts.actions);
    Appearance& appearance = parts.appearance;
    for (const Choice& choice : kChoices) {
        const bool isFirst = choice.scheme == SchemeChoice::System;
        QAction* action = parts.actions.add(
            {choice.id, MenuId::View, choice.text, {}, {}, nullptr, isFirst},
            [&appearance, scheme = choice.scheme] { appearance.useScheme(scheme); });
        action->setCheckable(true);
        action->setChecked(appearance.choice() == choice.scheme);
        action->setActionGroup(group);
    }
}

void addFontSizes(const ShellParts& parts)
{
    Appearance& appearance = parts.appearance;
    parts.actions.add(
        {"view.larger",
         MenuId::View,
         QT_TRANSLATE_NOOP("Actions", "L&arger text"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
         nullptr,
         true},
        [&appearance] { appearance.usePoints(appearance.points() + 1); });
    parts.actions.add({"view.smaller",
                       MenuId::View,
                       QT_TRANSLATE_NOOP("Actions", "S&maller text"),
                       {},
                       {QKeySequence(Qt::CTRL | Qt::Key_Minus)}},
                      [&appearance] { appearance.usePoints(appearance.points() - 1); });
    parts.actions.add(
        {"view.normalSize", MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Text of normal size")},
        [&appearance] { appearance.usePoints(Appearance::kDefaultPoints); });
    parts.actions.add({"view.fullScreen",
                       MenuId::View,
                       QT_TRANSLATE_NOOP("Actions", "&Full screen"),
                       {},
                       {QKeySequence(Qt::Key_F11)},
                       nullptr,
                       true},
                      [&window = parts.window] {
                          window.setWindowState(window.windowState() ^ Qt::WindowFullScreen);
                      });
}

void addTools(const ShellParts& parts)
{
    parts.actions.add({"tools.effective", MenuId::Tools,
                       QT_TRANSLATE_NOOP("Actions", "&Settings in force…"), QStringLiteral("info")},
                      [&window = parts.window, &session = parts.session] {
                          if (session.current())
                              (new EffectiveDialog(session, &window))->open();
                      });
    const auto tell = [&actions = parts.actions, &session = parts.session] {
        actions.setReady("tools.effective", session.current().has_value());
    };
    QObject::connect(&parts.session, &Session::currentChanged, &parts.actions, tell);
    tell();
}

void addHelp(const ShellParts& parts)
{
    parts.actions.add(
        {"help.shortcuts",
         MenuId::Help,
         QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
         QStringLiteral("help"),
         {QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Slash)}},
        [&window = parts.window, &actions = parts.actions] { showShortcuts(&window, actions); });
    parts.actions.add({"help.about", MenuId::Help, QT_TRANSLATE_NOOP("Actions", "&About Causeway"),
                       QStringLiteral("info")},
                      [&window = parts.window] { showAbout(&window); });
    parts.actions.add({"file.quit",
                       MenuId::File,
                       QT_TRANSLATE_NOOP("Actions", "&Quit"),
                       QStringLiteral("quit"),
                       {QKeySequence(Qt::CTRL | Qt::Key_Q)},
                       nullptr,
                       true},
                      [&window = parts.window] { window.quit(); });
}

} // namespace

void addShellActions(const ShellParts& parts)
{
    addPageActions(parts);
    addNavigation(parts);
    addSchemes(parts);
    addFontSizes(parts);
    addTools(parts);
    addHelp(parts);
}

} // namespace causeway
