// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/core/result.h"
#include "sync/run/pair_actions.h"
#include "ui/async/background.h"
#include "ui/shell/page.h"

#include <array>
#include <optional>

class QScrollArea;
class QStackedWidget;

namespace causeway {

class EmptyState;
class ErrorCard;
class GridView;
class RunListModel;
class Tile;
class WarningList;
struct Proof;
struct Warning;

/// What the overview reads from the control tables.
struct OverviewFacts {
    std::vector<TableConfig> tables;
    std::vector<LogRow> runs; ///< summaries, newest first
};

/// The pair at a glance: both sides, what is proved, what waits, what went wrong, the last runs.
class OverviewPage final : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Overview"); }
    void refresh() override;
    [[nodiscard]] bool isBusy() const override { return m_background.isBusy(); }

protected:
    void languageChanged() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addActions();
    void connectAll();
    void load();
    void prove();
    void keep(const QString& profile, const Proof& proof);
    void showFacts(Result<OverviewFacts> facts);
    void showState();
    void showSide(Side side);
    void showProof();
    void showLastRun();
    void showTables();
    void showWarnings();
    void fit();
    void warnOfSides(std::vector<Warning>& warnings);
    void warnOfRuns(std::vector<Warning>& warnings);

    Session& m_session;
    ActionRegistry& m_actions;
    Navigator& m_navigator;
    Background m_background;
    OverviewFacts m_facts;
    std::optional<Error> m_error;
    std::optional<Error> m_proofError;
    std::array<Tile*, 2> m_sides{};
    Tile* m_proof = nullptr;
    Tile* m_lastRun = nullptr;
    Tile* m_conflicts = nullptr;
    Tile* m_tables = nullptr;
    ErrorCard* m_card = nullptr;
    WarningList* m_warnings = nullptr;
    RunListModel* m_runs = nullptr;
    GridView* m_grid = nullptr;
    QLabel* m_runsTitle = nullptr;
    QScrollArea* m_scroll = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
};

} // namespace causeway
