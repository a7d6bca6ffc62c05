// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/core/result.h"
#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"
#include "ui/async/background.h"
#include "ui/shell/page.h"

#include <vector>

class QStackedWidget;

namespace causeway {

class EmptyState;
class ErrorCard;
class PreviewView;
class ResultView;
class RunProgress;
class SyncOptions;

/// Options, preview, run, result.
class SyncPage final : public Page {
    Q_OBJECT
public:
    explicit SyncPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Sync"); }
    /// Starts the preview.
    void refresh() override;
    [[nodiscard]] bool isBusy() const override { return m_background.isBusy(); }
    void preview();

protected:
    void languageChanged() override;

private:
    void build();
    void addActions();
    void connectAll();
    void loadTables();
    void showTables(const Result<std::vector<TableConfig>>& configs);
    void start(SyncRequest request);
    void runPreviewed();
    void runDirectly();
    void takeUp(Remedy remedy, const QString& table);
    void repairPair();
    void refill(Side side);
    void confirmDeletes(const QString& table);
    [[nodiscard]] SyncRequest withDeletesOf(const QString& table) const;
    void showFinished(const SyncReport& report);
    void showState();
    void showIdle();
    [[nodiscard]] QString lockReason() const;

    Session& m_session;
    ActionRegistry& m_actions;
    Navigator& m_navigator;
    Background m_background;
    SyncRequest m_request; ///< of the run or preview shown last
    bool m_isPreviewWaiting = false;
    QString m_shownProfile; ///< whose tables the options show
    SyncOptions* m_options = nullptr;
    ErrorCard* m_error = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    RunProgress* m_progress = nullptr;
    PreviewView* m_preview = nullptr;
    ResultView* m_result = nullptr;
};

} // namespace causeway
