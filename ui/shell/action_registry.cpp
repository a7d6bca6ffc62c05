// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/action_registry.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace causeway {

QString withoutMnemonic(QString text)
{
    const auto bracket = text.indexOf(QLatin1String("(&"));
    if (bracket >= 0)
        text.remove(bracket, 4);
    return text.remove(QLatin1Char('&'));
}

ActionRegistry::ActionRegistry(QObject* parent)
    : QObject(parent)
{
}

QAction* ActionRegistry::add(const ActionSpec& spec, std::function<void()> act)
{
    Q_ASSERT(!m_byId.contains(spec.id));
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(spec.id));
    action->setShortcuts(spec.shortcuts);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!spec.icon.isEmpty())
        action->setIcon(themedIcon(spec.icon));
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    m_byId.insert(spec.id, m_entries.size());
    m_entries.push_back({spec, action, spec.scope, true});
    action->setText(QCoreApplication::translate("Actions", spec.text));
    update(m_entries.back());
    return action;
}

QAction* ActionRegistry::find(const QByteArray& id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : m_entries[*found].action;
}

QList<QAction*> ActionRegistry::inMenu(MenuId menu) const
{
    QList<QAction*> actions;
    for (const Entry& entry : m_entries) {
        if (entry.spec.menu != menu)
            continue;
        if (entry.spec.separatorBefore && !actions.isEmpty())
            actions << nullptr;
        actions << entry.action;
    }
    return actions;
}

QList<QAction*> ActionRegistry::all() const
{
    QList<QAction*> actions;
    for (const Entry& entry : m_entries)
        actions << entry.action;
    return actions;
}

void ActionRegistry::setReady(const QByteArray& id, bool ready)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return;
    m_entries[*found].ready = ready;
    update(m_entries[*found]);
}

void ActionRegistry::setScope(QWidget* page)
{
    m_scope = page;
    for (const Entry& entry : m_entries)
        update(entry);
}

void ActionRegistry::update(const Entry& entry) const
{
    const bool isHere = entry.spec.scope == nullptr || (entry.scope && entry.scope == m_scope);
    entry.action->setEnabled(entry.ready && isHere);
}

bool ActionRegistry::isInScope(const QByteArray& id) const
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.constEnd())
        return false;
    const Entry& entry = m_entries[*found];
    return entry.spec.scope == nullptr || (entry.scope && entry.scope == m_scope);
}

void ActionRegistry::retranslate()
{
    for (const Entry& entry : m_entries)
        entry.action->setText(QCoreApplication::translate("Actions", entry.spec.text));
}

} // namespace causeway
