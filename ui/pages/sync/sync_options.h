// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/run/sync_request.h"
#include "ui/base/translated.h"

#include <QFrame>

#include <vector>

class QCheckBox;
class QComboBox;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace causeway {

/// What a run shall do: type, direction, policy, tables; and the same as a command line.
class SyncOptions final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit SyncOptions(QWidget* parent = nullptr);

    /// The tables there are; the choice of tables stays where it can.
    void setTables(const std::vector<TableConfig>& configs);
    /// The pair whose tables they are; nullptr: none.
    void setProfile(const Profile* profile);
    /// The choices; the profile is left for the session to fill in.
    [[nodiscard]] SyncRequest request() const;
    [[nodiscard]] bool hasTables() const;
    /// The run that the preview would start, when that is less than the choices here: the command
    /// line tells it. nullopt: there is no preview.
    void showNarrowed(const std::optional<SyncRequest>& narrowed);
    void setState(bool canPreview, bool canRun, const QString& reason);

signals:
    void previewWanted();
    void runWanted();
    void changed();

protected:
    void languageChanged() override;

private:
    void build();
    void connectAll();
    void fillChoices();
    void addChoice(QVBoxLayout* column, const char* text, QComboBox* box);
    void checkAll(bool check);
    void showCommand();
    void showBackup();
    [[nodiscard]] bool hasFull() const;
    [[nodiscard]] QStringList chosenTables() const;
    [[nodiscard]] QString command() const;

    QString m_profile;
    std::optional<SyncRequest> m_narrowed;
    bool m_demandsBackup = false; ///< of the profile, before every FULL run
    QComboBox* m_type = nullptr;
    QComboBox* m_direction = nullptr;
    QComboBox* m_policy = nullptr;
    QListWidget* m_tables = nullptr;
    QCheckBox* m_backup = nullptr;
    QLineEdit* m_command = nullptr;
    QLabel* m_reason = nullptr;
    QPushButton* m_preview = nullptr;
    QPushButton* m_run = nullptr;
};

} // namespace causeway
