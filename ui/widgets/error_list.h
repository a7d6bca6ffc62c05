// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "ui/widgets/error_advice.h"

#include <QScrollArea>

#include <utility>
#include <vector>

class QVBoxLayout;

namespace causeway {

class ErrorCard;

/// Errors below each other as cards, scrolling when there are many; hidden when there are none.
class ErrorList final : public QScrollArea {
    Q_OBJECT
public:
    explicit ErrorList(QWidget* parent = nullptr);
    /// Pairs of subject (a table, may be empty) and error.
    void showErrors(const std::vector<std::pair<QString, Error>>& errors);

signals:
    void remedyWanted(causeway::Remedy remedy, const QString& subject);

protected:
    [[nodiscard]] QSize sizeHint() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QVBoxLayout* m_column = nullptr;
    std::vector<ErrorCard*> m_cards;
};

} // namespace causeway
