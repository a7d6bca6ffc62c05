// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace causeway {

/// Something the operator should look at, and what to do about it.
struct Warning {
    const char* name; ///< object name of its button
    QString text;
    QString verb; ///< empty: only to be read
    std::function<void()> act;
};

/// Warnings below each other; nothing when there are none.
class WarningList final : public QWidget {
    Q_OBJECT
public:
    explicit WarningList(QWidget* parent = nullptr);
    void setWarnings(const std::vector<Warning>& warnings);
    [[nodiscard]] int count() const { return static_cast<int>(m_cards.size()); }

private:
    QVBoxLayout* m_column = nullptr;
    std::vector<QWidget*> m_cards;
};

} // namespace causeway
