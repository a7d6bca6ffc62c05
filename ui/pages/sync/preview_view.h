// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "sync/run/sync_report.h"
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

/// What a run would do: counts per table and direction, the rows with old and new values.
class PreviewView final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit PreviewView(QWidget* parent = nullptr);

    void showReport(const SyncReport& report, const Profile& profile);
    [[nodiscard]] const SyncReport& report() const { return m_report; }
    void setCanRun(bool canRun, const QString& reason);

signals:
    void runWanted();
    void remedyWanted(causeway::Remedy remedy, const QString& table);

protected:
    void languageChanged() override;

private:
    void build();
    void showTexts();
    void showErrors();
    void showRowsOfTable();
    void showFields();

    SyncReport m_report;
    Profile m_profile;
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
};

} // namespace causeway
