// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_dialogs.h"

#include "ui/base/widget_tools.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSysInfo>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("HelpDialogs", text);
}

QDialog* makeDialog(QWidget* parent, const QString& title)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kTwo);
    QLabel* heading = plainLabel(dialog, "heading");
    heading->setText(title);
    column->addWidget(heading);
    return dialog;
}

QHBoxLayout* closeRow(QDialog* dialog)
{
    auto* row = tight(new QHBoxLayout, space::kOne);
    QPushButton* close = button(dialog, "dialogCancel");
    close->setText(say(QT_TRANSLATE_NOOP("HelpDialogs", "Close")));
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::reject);
    row->addStretch(1);
    row->addWidget(close);
    return row;
}

QWidget* shortcutTable(const ActionRegistry& actions, QWidget* parent)
{
    auto* table = new QWidget(parent);
    auto* grid = new QGridLayout(table);
    grid->setVerticalSpacing(6);
    grid->setHorizontalSpacing(space::kThree);
    int row = 0;
    for (const QAction* action : actions.all()) {
        if (action->shortcuts().isEmpty())
            continue;
        QLabel* keys = plainLabel(table, "code");
        keys->setText(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText));
        QLabel* text = plainLabel(table);
        text->setText(withoutMnemonic(action->text()));
        grid->addWidget(keys, row, 0);
        grid->addWidget(text, row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    return table;
}

QString systemText()
{
    return QStringLiteral("Causeway %1\nQt %2\n%3, %4")
        .arg(QStringLiteral(CAUSEWAY_VERSION), QString::fromLatin1(qVersion()),
             QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

} // namespace

void showShortcuts(QWidget* parent, const ActionRegistry& actions)
{
    QDialog* dialog =
        makeDialog(parent, say(QT_TRANSLATE_NOOP("HelpDialogs", "Keyboard shortcuts")));
    dialog->setObjectName(QStringLiteral("shortcutsDialog"));
    dialog->resize(520, 560);
    auto* column = qobject_cast<QVBoxLayout*>(dialog->layout());
    auto* scroll = new QScrollArea(dialog);
    scroll->setWidgetResizable(true);
    scroll->setWidget(shortcutTable(actions, scroll));
    column->addWidget(scroll, 1);
    column->addLayout(closeRow(dialog));
    dialog->open();
}

void showAbout(QWidget* parent)
{
    QDialog* dialog = makeDialog(parent, say(QT_TRANSLATE_NOOP("HelpDialogs", "About Causeway")));
    dialog->setObjectName(QStringLiteral("aboutDialog"));
    auto* column = qobject_cast<QVBoxLayout*>(dialog->layout());
    QLabel* what = wrappedLabel(dialog);
    what->setText(say(QT_TRANSLATE_NOOP(
        "HelpDialogs", "Keeps a remote MySQL and a local MariaDB database in step, in both "
                       "directions, and shows every conflict to a person.")));
    what->setMinimumWidth(420);
    QLabel* system = plainLabel(dialog, "muted", true);
    system->setText(systemText());
    QLabel* licence = wrappedLabel(dialog, "muted");
    licence->setText(say(QT_TRANSLATE_NOOP(
        "HelpDialogs", "Free software under the GNU General Public License, version 3 or later. "
                       "Uses Qt, Qt Charts, MariaDB Connector/C and QtKeychain.")));
    column->addWidget(what);
    column->addWidget(system);
    column->addWidget(licence);
    QHBoxLayout* row = closeRow(dialog);
    QPushButton* copy = button(dialog, "copySystem", QStringLiteral("copy"));
    copy->setText(say(QT_TRANSLATE_NOOP("HelpDialogs", "Copy system information")));
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [] { QGuiApplication::clipboard()->setText(systemText()); });
    row->insertWidget(0, copy);
    column->addLayout(row);
    dialog->open();
}

} // namespace causeway
