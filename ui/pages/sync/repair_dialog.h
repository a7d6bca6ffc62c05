// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/pair_actions.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"

#include <QDialog>

#include <optional>

class QButtonGroup;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace causeway {

class ErrorCard;

/// After a restored backup, a failover or a move: says what is wrong with the pair, offers what can
/// be done and what each would do, and does what the operator chose. What loses agreements or rows
/// has the profile's name typed first. Deletes itself when closed.
class RepairDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    explicit RepairDialog(const Profile& profile, QWidget* parent = nullptr);

signals:
    /// Both databases count as the pair again.
    void repaired();
    /// As repaired(), and @p side is to be made what the other one is.
    void refillWanted(causeway::Side side);

protected:
    void languageChanged() override;

private:
    void build();
    QRadioButton* addChoice(QVBoxLayout* column, int id, const char* objectName);
    void look();
    void showCondition(const Result<PairCondition>& condition);
    void act();
    void finish(const Status& status);
    void showState();
    [[nodiscard]] QString situation() const;
    [[nodiscard]] QString consequence() const;
    [[nodiscard]] QString verb() const;
    [[nodiscard]] QString nameOf(Side side) const;
    [[nodiscard]] bool isOffered(int choice) const;
    [[nodiscard]] bool needsName() const;
    [[nodiscard]] std::optional<Side> sideToRefill() const;

    Profile m_profile;
    Background m_background;
    std::optional<PairCondition> m_condition;
    ErrorCard* m_error = nullptr;
    QLabel* m_situation = nullptr;
    QButtonGroup* m_choices = nullptr;
    QLabel* m_consequence = nullptr;
    QLabel* m_demand = nullptr;
    QLineEdit* m_typed = nullptr;
    QPushButton* m_act = nullptr;
};

} // namespace causeway
