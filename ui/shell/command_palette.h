// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

#include <QDialog>
#include <QIcon>

#include <functional>
#include <vector>

class QLineEdit;
class QTreeWidget;

namespace causeway {

class ActionRegistry;
class Session;

/// One line of the palette.
struct Command {
    QString text;     ///< without mnemonic, in the current language
    QString shortcut; ///< as shown at the right; may be empty
    QString words;    ///< further words by which it is found, in any language
    QIcon icon;
    std::function<void()> run;
};

/// Finds a command by a few typed letters and runs it. Deletes itself when closed.
class CommandPalette final : public Translated<QDialog> {
    Q_OBJECT
public:
    CommandPalette(std::vector<Command> commands, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& typed);
    void runCurrent();

    std::vector<Command> m_commands;
    QLineEdit* m_typed = nullptr;
    QTreeWidget* m_list = nullptr;
};

/// How well @p command fits what was typed: 0 not at all; the greater the better. Every typed word
/// must be found; a word that begins a word of the command counts more.
[[nodiscard]] int fitOf(const Command& command, const QString& typed);

/// Opens the palette with every action that can be done now and every profile.
void openPalette(QWidget* parent, const ActionRegistry& actions, Session& session);

} // namespace causeway
