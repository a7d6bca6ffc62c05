// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QAction;
class QWidget;

namespace causeway {

/// The menus of the console, in their order.
enum class MenuId { File, Edit, View, Sync, Conflicts, Tools, Help };

/// One thing the operator can do. Texts are QT_TRANSLATE_NOOP("Actions", …).
struct ActionSpec {
    QByteArray id; ///< stable name, "conflicts.takeRemote"; also the object name
    MenuId menu = MenuId::File;
    const char* text = nullptr; ///< with mnemonic
    QString icon = {};          ///< name of an own icon, may be empty
    QList<QKeySequence> shortcuts = {};
    QWidget* scope = nullptr; ///< page on which it can be done; nullptr: everywhere
    bool separatorBefore = false;
};

/// The text of an action as it reads in a list: "同步(&S)…" is "同步…".
[[nodiscard]] QString withoutMnemonic(QString text);

/// All actions of the console in one place: menus, shortcuts and the list of shortcuts come from
/// it.
///
/// Ownership: owns its actions. Thread: GUI.
class ActionRegistry final : public QObject {
    Q_OBJECT
public:
    explicit ActionRegistry(QObject* parent = nullptr);

    /// Adds an action that calls @p act. Ids are unique.
    QAction* add(const ActionSpec& spec, std::function<void()> act);
    /// nullptr when there is none of that id.
    [[nodiscard]] QAction* find(const QByteArray& id) const;
    /// The actions of one menu in the order they were added, nullptr standing for a separator.
    [[nodiscard]] QList<QAction*> inMenu(MenuId menu) const;
    [[nodiscard]] QList<QAction*> all() const;

    /// Whether the state of things allows the action; it is enabled when its page is shown, too.
    void setReady(const QByteArray& id, bool ready);
    /// Tells which page is shown now.
    void setScope(QWidget* page);
    /// The action can be done on the page that is shown, as far as the page goes.
    [[nodiscard]] bool isInScope(const QByteArray& id) const;
    /// Says every text again in the current language.
    void retranslate();

private:
    struct Entry {
        ActionSpec spec;
        QAction* action = nullptr;
        QPointer<QWidget> scope;
        bool ready = true;
    };
    void update(const Entry& entry) const;

    std::vector<Entry> m_entries;
    QHash<QByteArray, std::size_t> m_byId;
    QPointer<QWidget> m_scope;
};

} // namespace causeway
