// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "ui/base/translated.h"
#include "ui/widgets/error_advice.h"

#include <QFrame>

#include <array>
#include <optional>
#include <utility>

class QHBoxLayout;
class QPushButton;

namespace causeway {

/// An error as a card: code, what happened to what, what is safe, what to do next; and buttons for
/// what can be done with one click, once somebody listens to them.
class ErrorCard final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit ErrorCard(QWidget* parent = nullptr);
    ErrorCard(const Error& error, const QString& subject, QWidget* parent = nullptr);

    /// Shows @p error; @p subject names what it happened to (a table), may be empty.
    void showError(const Error& error, const QString& subject = {});
    void clear();
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// Shows the buttons of remediesFor(); somebody must be connected to remedyWanted().
    void offerRemedies();
    /// Shows a button that asks for retryWanted(): for what is shown again by loading it again.
    /// It takes the place of the remedy to compare again.
    void offerRetry();
    [[nodiscard]] const QString& subject() const { return m_subject; }
    /// Everything about the error as text.
    [[nodiscard]] QString details() const;

signals:
    void remedyWanted(causeway::Remedy remedy, const QString& subject);
    void retryWanted();

protected:
    void languageChanged() override;

private:
    void fill();
    void reword();
    void fillRemedies();

    std::optional<Error> m_error;
    QString m_subject;
    std::pair<Error, QString> m_given;  ///< as showError() was told, in the language of then
    std::array<QString, 2> m_sideWords; ///< with which the error and the subject name the sides
    QLabel* m_code = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_safe = nullptr;
    QLabel* m_hint = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    QPushButton* m_retry = nullptr;
    std::vector<QPushButton*> m_remedies;
    bool m_offersRemedies = false;
};

} // namespace causeway
