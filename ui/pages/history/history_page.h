// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/core/result.h"
#include "ui/async/background.h"
#include "ui/shell/page.h"

#include <vector>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace causeway {

class EmptyState;
class ErrorCard;
class GridView;
class HistoryFilters;
class RunListModel;
class RunTablesModel;

/// The runs of db_sync_log, and the tables of the chosen run.
class HistoryPage final : public Page {
    Q_OBJECT
public:
    explicit HistoryPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("History"); }
    void refresh() override;
    [[nodiscard]] bool isBusy() const override { return m_background.isBusy(); }

protected:
    void languageChanged() override;

private:
    void build();
    QWidget* buildDetail();
    void loadRuns(bool older);
    void showRuns(Result<std::vector<LogRow>> rows, bool older);
    void loadTables();
    void showUnread(const Error& error);
    void showTables(Result<std::vector<LogRow>> rows);
    void showMessage();
    void showState();
    void showRun(const QString& runId);
    void showInMonitor();
    void undoRun();
    void prune();
    void loadNames();

    Session& m_session;
    Navigator& m_navigator;
    QString m_wanted; ///< run to choose once the list is there; empty: the newest
    Background m_background;
    RunListModel* m_runs = nullptr;
    RunTablesModel* m_tables = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ErrorCard* m_error = nullptr;
    HistoryFilters* m_filters = nullptr;
    GridView* m_runGrid = nullptr;
    GridView* m_tableGrid = nullptr;
    QLabel* m_detailTitle = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_older = nullptr;
    QPushButton* m_prune = nullptr;
    QPushButton* m_monitor = nullptr;
    QPushButton* m_undo = nullptr;
    bool m_mayHaveOlder = false;
};

} // namespace causeway
