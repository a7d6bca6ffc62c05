// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/base/widget_tools.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 420;
constexpr int kIcon = 16;
constexpr int kIndexRole = Qt::UserRole;

/// The chosen line has a light ground: its icon stays as it is. No icon leaves the place free.
QIcon listIcon(const QIcon& icon)
{
    QPixmap picture(kIcon, kIcon);
    picture.fill(Qt::transparent);
    if (!icon.isNull())
        picture = icon.pixmap(kIcon, kIcon);
    QIcon made(picture);
    made.addPixmap(picture, QIcon::Selected);
    return made;
}

bool isMovingKey(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
           key == Qt::Key_PageDown;
}

std::vector<Command> commandsOf(const ActionRegistry& actions, Session& session)
{
    std::vector<Command> commands;
    for (QAction* action : actions.all()) {
        if (!action->isEnabled() || action->objectName() == QLatin1String("view.palette"))
            continue;
        commands.push_back({withoutMnemonic(action->text()),
                            action->shortcut().toString(QKeySequence::NativeText),
                            action->objectName(), action->icon(), [action] { action->trigger(); }});
    }
    for (const Profile& profile : session.profiles().profiles()) {
        if (session.isRunning() || profile.name == session.currentName())
            continue;
        commands.push_back({CommandPalette::tr("Go to profile “%1”").arg(profile.name),
                            {},
                            QStringLiteral("profile"),
                            themedIcon(QStringLiteral("profiles")),
                            [&session, name = profile.name] { session.select(name); }});
    }
    return commands;
}

} // namespace

int fitOf(const Command& command, const QString& typed)
{
    int fit = 1;
    const QString all = command.text % QLatin1Char(' ') % command.words;
    for (const QString& word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto at = all.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return 0;
        const bool beginsWord = at == 0 || !all[at - 1].isLetterOrNumber();
        const bool isInText = at < command.text.size();
        fit += (beginsWord ? 4 : 1) + (isInText ? 2 : 0) + (at == 0 ? 2 : 0);
    }
    return fit;
}

CommandPalette::CommandPalette(std::vector<Command> commands, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_commands(std::move(commands))
    , m_typed(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kWidth, kHeight);
    m_typed->setObjectName(QStringLiteral("paletteInput"));
    m_typed->installEventFilter(this);
    m_typed->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setIconSize({kIcon, kIcon});
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    say([this] { setWindowTitle(tr("Command palette")); });
    hintIn(m_typed, QT_TR_NOOP("Type a few letters of what to do"));
    name(m_typed, QT_TR_NOOP("Command"));
    name(m_list, QT_TR_NOOP("Commands"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kTwo, space::kTwo, space::kTwo);
    column->setSpacing(space::kOne);
    column->addWidget(m_typed);
    column->addWidget(m_list, 1);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_typed, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::runCurrent);
    filter({});
}

void CommandPalette::filter(const QString& typed)
{
    std::vector<std::pair<int, int>> found; // fit, index
    for (int i = 0; i < static_cast<int>(m_commands.size()); ++i) {
        if (const int fit = fitOf(m_commands[static_cast<std::size_t>(i)], typed); fit > 0)
            found.emplace_back(fit, i);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    m_list->clear();
    for (const auto& [fit, index] : found) {
        const Command& command = m_commands[static_cast<std::size_t>(index)];
        auto* item = new QTreeWidgetItem(m_list, {command.text, command.shortcut});
        item->setIcon(0, listIcon(command.icon));
        item->setData(0, kIndexRole, index);
        item->setForeground(1, tokensFor(palette()).muted);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    // The list moves while the typing goes on.
    if (watched == m_typed && event->type() == QEvent::KeyPress &&
        isMovingKey(static_cast<QKeyEvent*>(event)->key()))
        return QCoreApplication::sendEvent(m_list, event);
    return Translated<QDialog>::eventFilter(watched, event);
}

void CommandPalette::runCurrent()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    const auto index = static_cast<std::size_t>(item->data(0, kIndexRole).toInt());
    // After the palette is gone: what runs may open a dialog of its own.
    QMetaObject::invokeMethod(parentWidget(), m_commands[index].run, Qt::QueuedConnection);
    accept();
}

void openPalette(QWidget* parent, const ActionRegistry& actions, Session& session)
{
    auto* palette = new CommandPalette(commandsOf(actions, session), parent);
    palette->open();
}

} // namespace causeway
