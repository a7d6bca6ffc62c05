// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup_list_model.h"
#include "sync/backup/restore_backup.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <mutex>

class QHBoxLayout;
class QComboBox;
class QProgressBar;
class QPushButton;

namespace causeway {

class BackupOptionsForm;
class ErrorCard;
class GridView;
class Session;

/// Where a job puts how far it is and a timer takes it: latest wins. Thread: any.
class BackupMailbox final {
public:
    void put(const QString& what, const BackupProgress& progress)
    {
        const std::scoped_lock lock(m_mutex);
        m_what = what;
        m_progress = progress;
    }
    [[nodiscard]] std::pair<QString, BackupProgress> latest() const
    {
        const std::scoped_lock lock(m_mutex);
        return {m_what, m_progress};
    }

private:
    mutable std::mutex m_mutex;
    QString m_what;
    BackupProgress m_progress;
};

/// The backups of the chosen profile: the list, one made now, restoring into another database,
/// removing old ones, and when they are made by themselves. Deletes itself when closed; a job at
/// work is stopped then, and leaves nothing half.
class BackupsDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    explicit BackupsDialog(Session& session, QWidget* parent = nullptr);
    ~BackupsDialog() override;

    /// Something is being loaded, made or restored.
    [[nodiscard]] bool isBusy() const { return m_background.isBusy(); }

protected:
    void languageChanged() override;

private:
    void build();
    QHBoxLayout* buildButtons();
    void connectAll();
    void load();
    void showBackups(const Result<BackupListing>& listing);
    void backUp();
    void askRestore();
    void restore(const RestoreRequest& request);
    void askPrune();
    void prune();
    void saveOptions();
    void showProgress();
    void finishJob(const QString& sentence);
    void failJob(const Error& error);
    void showState();
    [[nodiscard]] bool isWorking() const { return m_background.isBusy(QStringLiteral("job")); }
    [[nodiscard]] std::vector<Side> chosenSides() const;

    Session& m_session;
    Profile m_profile;
    BackupListModel m_model;
    std::shared_ptr<BackupMailbox> m_mailbox = std::make_shared<BackupMailbox>();
    QTimer m_timer;
    ErrorCard* m_error = nullptr;
    GridView* m_grid = nullptr;
    QLabel* m_empty = nullptr;
    BackupOptionsForm* m_options = nullptr;
    QComboBox* m_sides = nullptr;
    QPushButton* m_make = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_prune = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_told = nullptr;
    Background m_background; ///< last: its end waits for what works with the rest
};

} // namespace causeway
