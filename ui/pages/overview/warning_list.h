// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace causeway {

/// Something the operator should look at, and what to do about it.
struct Warning {
    const char* name; ///< object name of its button; that of the second way ends with "Other"
    QString text;
    QString verb; ///< empty: only to be read
    std::function<void()> act;
    QString otherVerb{}; ///< a second way; empty: there is none
    std::function<void()> otherAct{};
};

/// Warnings below each other; nothing when there are none.
class WarningList final : public QWidget {
    Q_OBJECT
public:
    explicit WarningList(QWidget* parent = nullptr);
    void setWarnings(const std::vector<Warning>& warnings);
    [[nodiscard]] int count() const { return static_cast<int>(m_cards.size()); }

private:
    void addWay(QWidget* card, const QByteArray& name, const QString& verb,
                const std::function<void()>& act);

    QVBoxLayout* m_column = nullptr;
    std::vector<QWidget*> m_cards;
};

} // namespace causeway
