// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/schedule/schedule.h"
#include "ui/base/translated.h"

#include <QFrame>

class QCheckBox;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace causeway {

/// Interval and quiet hours, to be changed and applied.
class ScheduleForm final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit ScheduleForm(QWidget* parent = nullptr);

    /// Shows what is set, unless the operator has changed something and not applied it yet.
    void setSchedule(const Schedule& schedule);
    /// @p reason is shown below when the form may not be used; empty: it may.
    void setLocked(const QString& reason);
    /// Forgets what was not applied.
    void revert();

    [[nodiscard]] int interval() const;
    [[nodiscard]] std::optional<QuietHours> quietHours() const;

signals:
    void applied();

private:
    void build();
    void connectAll();
    void showState();
    [[nodiscard]] bool isChanged() const;

    Schedule m_schedule;
    bool m_isLocked = true;
    QSpinBox* m_interval;
    QCheckBox* m_hasQuiet;
    QTimeEdit* m_from;
    QTimeEdit* m_until;
    QPushButton* m_apply;
    QPushButton* m_revert;
    QLabel* m_reason;
};

} // namespace causeway
