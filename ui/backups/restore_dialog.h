// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/backup/restore_backup.h"
#include "ui/base/translated.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace causeway {

/// Asks where a backup is to go: a server of the pair, and a database that is new or empty.
/// Deletes itself when closed.
class RestoreDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    RestoreDialog(const StoredBackup& backup, const Profile& profile, QWidget* parent = nullptr);

signals:
    void restoreWanted(const causeway::RestoreRequest& request);

protected:
    void languageChanged() override;

private:
    void build();
    void showState();
    void choose();
    [[nodiscard]] Side side() const;

    StoredBackup m_backup;
    Profile m_profile;
    QLabel* m_what = nullptr;
    QComboBox* m_side = nullptr;
    QLineEdit* m_database = nullptr;
    QPushButton* m_restore = nullptr;
};

} // namespace causeway
