// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/pair_actions.h"
#include "ui/async/background.h"
#include "ui/pages/conflicts/conflict_source.h"
#include "ui/shell/page.h"

#include <vector>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace causeway {

class ConflictListModel;
class ConflictQueue;
class ConflictReview;
class EmptyState;
class ErrorCard;

/// The queue of open conflicts and the review of the chosen one; decisions are staged, then
/// applied.
class ConflictsPage final : public Page {
    Q_OBJECT
public:
    explicit ConflictsPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Conflicts"); }
    void refresh() override;
    [[nodiscard]] bool isBusy() const override;
    [[nodiscard]] ConflictListModel& queue() { return *m_queue; }

protected:
    void languageChanged() override;

private:
    void build();
    QWidget* buildBar();
    void addActions();
    void connectAll();
    void load(bool more);
    void showConflicts(Result<ConflictPage> loaded, const QString& table, bool more);
    void decideAllLikeThis(Side side);
    void showChosen();
    void takeBase();
    void stageChosen();
    void takeAndAdvance(Side side);
    void advance();
    void clearDecision();
    void apply();
    void showOutcomes(const Result<std::vector<DecisionOutcome>>& outcomes);
    void showState();
    void fillTables(const QStringList& tables);

    Session& m_session;
    ActionRegistry& m_actions;
    Background m_background;
    std::optional<Profile> m_shown; ///< the pair whose conflicts these are
    ConflictListModel* m_queue = nullptr;
    ConflictQueue* m_list = nullptr;
    ConflictReview* m_review = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ErrorCard* m_error = nullptr;
    QComboBox* m_table = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_revert = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace causeway
