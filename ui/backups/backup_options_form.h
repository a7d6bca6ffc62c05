// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "ui/base/translated.h"

#include <QFrame>

class QCheckBox;
class QSpinBox;

namespace causeway {

/// When backups of a profile are made by themselves, and how many stay.
class BackupOptionsForm final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit BackupOptionsForm(QWidget* parent = nullptr);

    void setOptions(const BackupOptions& options);
    /// As edited; what the form does not show is as it was set.
    [[nodiscard]] BackupOptions options() const;

signals:
    /// The operator changed something.
    void edited();

protected:
    void languageChanged() override;

private:
    void build();
    QSpinBox* addNumber(const char* objectName);
    void showState();

    BackupOptions m_options;
    QCheckBox* m_beforeFull = nullptr;
    QCheckBox* m_scheduled = nullptr;
    QSpinBox* m_days = nullptr;
    QSpinBox* m_keep = nullptr;
    QSpinBox* m_keepDays = nullptr;
};

} // namespace causeway
