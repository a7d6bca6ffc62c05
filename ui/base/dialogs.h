// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "sync/profile/profile.h"

#include <QString>

#include <functional>
#include <optional>

class QObject;
class QWidget;

namespace causeway {

/// A question before something that matters. The button carries the verb.
struct Question {
    QString title;
    QString text;   ///< what will happen, with numbers and sides named
    QString detail; ///< further lines; may be empty
    QString verb;   ///< text of the button that does it
    std::optional<Environment> environment;
    bool isDestructive = false;
    QString typeToConfirm; ///< non-empty: the verb is enabled once this was typed
};

/// Asks without blocking: @p act is called when the operator chose the verb. The dialog belongs to
/// @p parent; nothing is called after @p context is gone.
void ask(QWidget* parent, const Question& question, QObject* context, std::function<void()> act);

/// Shows @p text (code) to read and copy, without blocking.
void showTextDialog(QWidget* parent, const QString& title, const QString& text);

/// Shows an error as a card in a dialog, without blocking.
void showErrorDialog(QWidget* parent, const Error& error);

} // namespace causeway
