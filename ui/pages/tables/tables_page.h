// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_config_model.h"
#include "sync/core/result.h"
#include "sync/profile/profile.h"
#include "ui/async/background.h"
#include "ui/shell/page.h"

#include <QUndoStack>

#include <vector>

class QPushButton;
class QStackedWidget;

namespace causeway {

class EmptyState;
class ErrorCard;
class TableDetails;
class TablesGrid;

/// The grid over db_sync_config: edited in place, staged, applied together.
class TablesPage final : public Page {
    Q_OBJECT
public:
    explicit TablesPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Tables"); }
    void refresh() override;
    [[nodiscard]] bool isBusy() const override;
    [[nodiscard]] TableConfigModel& model() { return *m_model; }

protected:
    void languageChanged() override;

private:
    void build();
    QWidget* buildGrid();
    QWidget* buildBar();
    void addActions();
    void showConfigs(Result<std::vector<TableConfig>> configs);
    void showState();
    void showDetails(bool again);
    void apply();
    void revert();
    void scan();
    void toggleSelection();
    void bulkEdit();
    void showSql();
    void takeUp(Remedy remedy, const QString& table);

    Session& m_session;
    ActionRegistry& m_actions;
    Navigator& m_navigator;
    Background m_background;
    std::optional<Profile> m_shown; ///< the pair whose tables these are
    TableConfigModel* m_model = nullptr;
    TablesGrid* m_grid = nullptr;
    TableDetails* m_details = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ErrorCard* m_error = nullptr;
    QLineEdit* m_filter = nullptr;
    QLabel* m_staged = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_revert = nullptr;
    QPushButton* m_bulk = nullptr;
    QPushButton* m_sql = nullptr;
    QUndoStack m_undo;
    QPushButton* m_scan = nullptr;
    QPushButton* m_scanEmpty = nullptr;
};

} // namespace causeway
