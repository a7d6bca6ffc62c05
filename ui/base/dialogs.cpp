// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/dialogs.h"

#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/tag.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {
namespace {

constexpr int kDialogWidth = 480;

QString say(const char* text)
{
    return QCoreApplication::translate("Dialogs", text);
}

QVBoxLayout* columnOf(QDialog* dialog)
{
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne + 4);
    dialog->setMinimumWidth(kDialogWidth);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    return column;
}

QPushButton* closeButton(QDialog* dialog, const QString& text)
{
    QPushButton* close = button(dialog, "dialogCancel");
    close->setText(text);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::reject);
    return close;
}

void addHead(QDialog* dialog, QVBoxLayout* column, const Question& question)
{
    auto* head = tight(new QHBoxLayout, space::kOne);
    QLabel* title = plainLabel(dialog, "heading");
    title->setText(question.title);
    head->addWidget(title);
    if (question.environment) {
        auto* tag = new Tag(dialog);
        tag->setEnvironment(*question.environment);
        head->addWidget(tag);
    }
    head->addStretch(1);
    column->addLayout(head);
    QLabel* text = wrappedLabel(dialog);
    text->setObjectName(QStringLiteral("questionText"));
    text->setText(question.text);
    column->addWidget(text);
    if (question.detail.isEmpty())
        return;
    QLabel* detail = wrappedLabel(dialog, "muted");
    detail->setText(question.detail);
    column->addWidget(detail);
}

void addTypedGate(QDialog* dialog, QVBoxLayout* column, const Question& question, QPushButton* verb)
{
    QLabel* demand = wrappedLabel(dialog);
    demand->setText(
        say(QT_TRANSLATE_NOOP("Dialogs", "Type “%1” to go on:")).arg(question.typeToConfirm));
    auto* typed = new QLineEdit(dialog);
    typed->setObjectName(QStringLiteral("typeToConfirm"));
    column->addWidget(demand);
    column->addWidget(typed);
    verb->setEnabled(false);
    QObject::connect(typed, &QLineEdit::textChanged, verb,
                     [verb, wanted = question.typeToConfirm](const QString& text) {
                         verb->setEnabled(text.trimmed() == wanted);
                     });
}

} // namespace

void ask(QWidget* parent, const Question& question, QObject* context, std::function<void()> act)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("questionDialog"));
    dialog->setWindowTitle(question.title);
    QVBoxLayout* column = columnOf(dialog);
    addHead(dialog, column, question);
    QPushButton* verb =
        button(dialog, "dialogVerb", {}, question.isDestructive ? "danger" : "primary");
    verb->setText(question.verb);
    if (!question.typeToConfirm.isEmpty())
        addTypedGate(dialog, column, question, verb);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    QPushButton* cancel = closeButton(dialog, say(QT_TRANSLATE_NOOP("Dialogs", "Cancel")));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(verb);
    column->addSpacing(space::kOne);
    column->addLayout(buttons);
    QObject::connect(verb, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, context, [act = std::move(act)] { act(); });
    (question.isDestructive ? cancel : verb)->setFocus();
    dialog->open();
}

void showTextDialog(QWidget* parent, const QString& title, const QString& text)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("textDialog"));
    dialog->setWindowTitle(title);
    dialog->resize(760, 420);
    QVBoxLayout* column = columnOf(dialog);
    auto* shown = new QPlainTextEdit(text, dialog);
    shown->setReadOnly(true);
    shown->setAccessibleName(title);
    setLook(shown, "code");
    QPushButton* copy = button(dialog, "copyText", QStringLiteral("copy"));
    copy->setText(say(QT_TRANSLATE_NOOP("Dialogs", "Copy")));
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [text] { QApplication::clipboard()->setText(text); });
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(closeButton(dialog, say(QT_TRANSLATE_NOOP("Dialogs", "Close"))));
    column->addWidget(shown, 1);
    column->addLayout(buttons);
    dialog->open();
}

void showErrorDialog(QWidget* parent, const Error& error)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("errorDialog"));
    dialog->setWindowTitle(errorCodeText(error.code));
    QVBoxLayout* column = columnOf(dialog);
    column->addWidget(new ErrorCard(error, {}, dialog));
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(closeButton(dialog, say(QT_TRANSLATE_NOOP("Dialogs", "Close"))));
    column->addLayout(buttons);
    dialog->open();
}

} // namespace causeway
