// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"
#include "ui/base/translated.h"
#include "ui/widgets/error_advice.h"

class QPushButton;
class QSplitter;

namespace causeway {

class ChangeFieldsModel;
class ErrorList;
class GridView;
class OutcomeModel;
class PlannedChangesModel;
class PreviewChoice;

/// What a run would do: counts per table and direction, the rows with old and new values.
class PreviewView final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit PreviewView(QWidget* parent = nullptr);

    /// @param request of the preview
    void showReport(const SyncReport& report, const SyncRequest& request, const Profile& profile);
    [[nodiscard]] const SyncReport& report() const { return m_report; }
    /// The preview's request, as a run of what is ticked.
    [[nodiscard]] SyncRequest chosen() const;
    /// The preview as it would be for chosen(), without its single rows.
    [[nodiscard]] SyncReport chosenReport() const;
    void setCanRun(bool canRun, const QString& reason);

signals:
    void runWanted();
    /// Other tables or kinds are ticked.
    void choiceChanged();
    void remedyWanted(causeway::Remedy remedy, const QString& table);

protected:
    void languageChanged() override;

private:
    void build();
    void showTexts();
    void showChoice();
    void showErrors();
    void showRowsOfTable();
    void showFields();

    SyncReport m_report;
    SyncRequest m_request;
    Profile m_profile;
    PreviewChoice* m_choice = nullptr;
    OutcomeModel* m_tables = nullptr;
    PlannedChangesModel* m_changes = nullptr;
    ChangeFieldsModel* m_fields = nullptr;
    QLabel* m_plan = nullptr;
    QLabel* m_deletions = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_rowsTitle = nullptr;
    ErrorList* m_errors = nullptr;
    GridView* m_tableGrid = nullptr;
    GridView* m_changeGrid = nullptr;
    GridView* m_fieldGrid = nullptr;
    QPushButton* m_run = nullptr;
    QSplitter* m_body = nullptr;
    bool m_canRun = false;
};

} // namespace causeway
