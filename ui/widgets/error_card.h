// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "ui/base/translated.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QPushButton;

namespace causeway {

/// An error as a card: code, what happened to what, the server's words, what to do next.
class ErrorCard final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit ErrorCard(QWidget* parent = nullptr);
    ErrorCard(const Error& error, const QString& subject, QWidget* parent = nullptr);

    /// Shows @p error; @p subject names what it happened to (a table), may be empty.
    void showError(const Error& error, const QString& subject = {});
    void clear();
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// Adds a further button beside "Copy details".
    void addButton(QPushButton* button);
    /// Everything about the error as text.
    [[nodiscard]] QString details() const;

protected:
    void languageChanged() override;

private:
    void fill();

    std::optional<Error> m_error;
    QString m_subject;
    QLabel* m_code = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_hint = nullptr;
    QHBoxLayout* m_buttons = nullptr;
};

} // namespace causeway
