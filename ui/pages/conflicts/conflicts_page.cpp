// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/conflicts_page.h"

#include "models/words.h"
#include "ui/base/dialogs.h"
#include "ui/base/operator_name.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/conflicts/conflict_queue.h"
#include "ui/pages/conflicts/conflict_review.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_card.h"

#include <QComboBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace causeway {

ConflictsPage::ConflictsPage(const PageContext& context, QWidget* parent)
    : Page("conflicts", QStringLiteral("conflicts"), parent)
    , m_session(context.session)
    , m_actions(context.actions)
    , m_queue(new ConflictListModel(this))
{
    build();
    connect(m_error, &ErrorCard::remedyWanted, &context.navigator, &Navigator::remedy);
    connect(m_error, &ErrorCard::retryWanted, this, &ConflictsPage::refresh);
    addActions();
    connectAll();
    showChosen();
    showState();
}

void ConflictsPage::build()
{
    say([this] {
        setSubtitle(tr("Rows that were changed on both sides wait here until a person decides."));
    });
    m_table = new QComboBox(this);
    m_table->setObjectName(QStringLiteral("conflictTable"));
    m_table->setMinimumWidth(160);
    name(m_table, QT_TR_NOOP("Show conflicts of this table"));
    titleRow()->addWidget(m_table);
    m_list = new ConflictQueue(*m_queue, this);
    m_review = new ConflictReview(this);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kTwo);
    splitter->addWidget(m_list);
    splitter->addWidget(m_review);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 5);
    splitter->setSizes({480, 560});
    rememberSplitter(splitter, "conflictsSplitter");
    m_error = new ErrorCard(this);
    m_error->clear();
    m_error->offerRemedies();
    m_error->offerRetry();
    m_empty = new EmptyState(QStringLiteral("inbox"), this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    body()->addWidget(m_error);
    body()->addWidget(m_stack, 1);
    body()->addWidget(buildBar());
    fillTables({});
}

QWidget* ConflictsPage::buildBar()
{
    auto* bar = new QWidget(this);
    auto* row = tight(new QHBoxLayout(bar), space::kOne);
    m_note = plainLabel(bar, "muted");
    m_note->setObjectName(QStringLiteral("decisionsNote"));
    m_revert = button(bar, "revertDecisions", QStringLiteral("undo"));
    m_apply = button(bar, "applyDecisions", QStringLiteral("check"), "primary");
    say(m_revert, QT_TR_NOOP("Drop all decisions"));
    row->addWidget(m_note, 1);
    row->addWidget(m_revert);
    row->addWidget(m_apply);
    return bar;
}

void ConflictsPage::connectAll()
{
    connect(&m_session, &Session::currentChanged, this, [this] {
        const auto& pair = m_session.current();
        if (pair && m_shown && m_shown->name == pair->name && m_shown->remote == pair->remote &&
            m_shown->local == pair->local)
            return showState(); // locked or unlocked: the decisions stay
        m_shown = pair;
        m_queue->setConflicts({});
        m_review->forgetTable();
        refresh();
    });
    connect(&m_session, &Session::pairChanged, this, &ConflictsPage::refresh);
    connect(&m_session, &Session::runStarted, this, &ConflictsPage::showState);
    connect(&m_session, &Session::runFinished, this, &ConflictsPage::showState);
    connect(&m_session.monitor(), &PairMonitor::openConflictsChanged, this, &Page::badgeChanged);
    connect(m_queue, &ConflictListModel::stagedChanged, this, &ConflictsPage::showState);
    connect(m_list, &ConflictQueue::currentChanged, this, &ConflictsPage::showChosen);
    connect(m_review, &ConflictReview::remoteWanted, this,
            [this] { takeAndAdvance(Side::Remote); });
    connect(m_review, &ConflictReview::localWanted, this, [this] { takeAndAdvance(Side::Local); });
    connect(m_review, &ConflictReview::baseWanted, this, &ConflictsPage::takeBase);
    connect(m_review, &ConflictReview::clearWanted, this, &ConflictsPage::clearDecision);
    connect(m_review, &ConflictReview::acceptWanted, this, &ConflictsPage::advance);
    connect(&m_review->fields(), &ConflictFieldsModel::resultChanged, this,
            &ConflictsPage::stageChosen);
    connect(m_queue, &ConflictListModel::moreWanted, this, [this] { load(true); });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_queue->unstageAll();
        showChosen();
    });
    connect(m_apply, &QPushButton::clicked, this, &ConflictsPage::apply);
    connect(m_table, &QComboBox::activated, this, &ConflictsPage::refresh);
}

void ConflictsPage::addActions()
{
    const auto add = [this](const char* id, const char* text, const QString& icon,
                            const QKeySequence& keys, std::function<void()> act) {
        m_actions.add({id, MenuId::Conflicts, text, icon, {keys}, this}, std::move(act));
    };
    add("conflicts.takeRemote", QT_TRANSLATE_NOOP("Actions", "Take &remote"),
        QStringLiteral("to-right"), QKeySequence(Qt::CTRL | Qt::Key_2),
        [this] { takeAndAdvance(Side::Remote); });
    add("conflicts.takeLocal", QT_TRANSLATE_NOOP("Actions", "Take &local"),
        QStringLiteral("to-left"), QKeySequence(Qt::CTRL | Qt::Key_3),
        [this] { takeAndAdvance(Side::Local); });
    add("conflicts.takeBase", QT_TRANSLATE_NOOP("Actions", "Take &base"), QString(),
        QKeySequence(Qt::CTRL | Qt::Key_1), [this] { takeBase(); });
    add("conflicts.undo", QT_TRANSLATE_NOOP("Actions", "&Undo the last decision"),
        QStringLiteral("undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] {
            m_queue->undo();
            showChosen();
        });
    add("conflicts.redo", QT_TRANSLATE_NOOP("Actions", "Re&do the decision"), QString(),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] {
            m_queue->redo();
            showChosen();
        });
    add("conflicts.allRemote", QT_TRANSLATE_NOOP("Actions", "Take remote for all like t&his…"),
        QString(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_2),
        [this] { decideAllLikeThis(Side::Remote); });
    add("conflicts.allLocal", QT_TRANSLATE_NOOP("Actions", "Take local for all li&ke this…"),
        QString(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_3),
        [this] { decideAllLikeThis(Side::Local); });
    add("conflicts.setNull", QT_TRANSLATE_NOOP("Actions", "Set the result to &NULL"), QString(),
        QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_review->setNull(); });
    add("conflicts.accept", QT_TRANSLATE_NOOP("Actions", "A&ccept and next"),
        QStringLiteral("next"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { advance(); });
    add("conflicts.clear", QT_TRANSLATE_NOOP("Actions", "C&lear decision"), QStringLiteral("undo"),
        QKeySequence(Qt::CTRL | Qt::Key_Backspace), [this] { clearDecision(); });
    add("conflicts.next", QT_TRANSLATE_NOOP("Actions", "Ne&xt conflict"), QString(),
        QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { m_list->step(1); });
    add("conflicts.previous", QT_TRANSLATE_NOOP("Actions", "&Previous conflict"), QString(),
        QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { m_list->step(-1); });
    add("conflicts.apply", QT_TRANSLATE_NOOP("Actions", "&Apply all decisions"),
        QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
        [this] { apply(); });
}

bool ConflictsPage::isBusy() const
{
    return m_background.isBusy() || m_review->isBusy();
}

void ConflictsPage::refresh()
{
    if (m_session.current())
        return load(false);
    m_background.drop(QStringLiteral("load"));
    m_queue->setConflicts({});
    m_error->clear();
    showChosen();
    showState();
}

void ConflictsPage::load(bool more)
{
    if (!m_session.current())
        return;
    constexpr int kPage = 500;
    ConflictFilter filter;
    filter.state = ConflictState::Open;
    filter.table = m_table->currentData().toString();
    filter.limit = more ? kPage : std::max(kPage, m_queue->rowCount());
    filter.afterId = more ? m_queue->lastId() : 0;
    m_background.run(
        QStringLiteral("load"),
        [local = m_session.current()->local, filter](const std::stop_token&) {
            return readConflicts(local, filter);
        },
        [this, more, table = filter.table](Result<ConflictPage> page) {
            showConflicts(std::move(page), table, more);
        });
}

void ConflictsPage::showConflicts(Result<ConflictPage> loaded, const QString& table, bool more)
{
    const bool isNew = !loaded.ok() && loaded.error().code == ErrorCode::CfgNotInitialised;
    if (!loaded.ok() && !isNew) { // what is shown stays, decisions above all
        m_error->showError(loaded.error());
        return showState();
    }
    m_error->clear();
    ConflictPage page = loaded.ok() ? std::move(loaded).value() : ConflictPage{};
    if (more) {
        m_queue->append(std::move(page.rows), page.hasMore);
    } else {
        const ConflictRow* before = m_list->current();
        const qint64 id = before ? before->id : 0;
        m_queue->setConflicts(std::move(page.rows), table, page.hasMore);
        m_list->select(id);
        showChosen();
    }
    fillTables(page.tables);
    showState();
}

void ConflictsPage::fillTables(const QStringList& tables)
{
    const QVariant chosen = m_table->currentData();
    m_table->clear();
    m_table->addItem(tr("All tables"), QString());
    for (const QString& table : tables)
        m_table->addItem(table, table);
    m_table->setCurrentIndex(std::max(0, m_table->findData(chosen)));
}

void ConflictsPage::showChosen()
{
    const ConflictRow* conflict = m_list->current();
    if (const auto& pair = m_session.current())
        m_review->setSides(words::sideName(Side::Remote, pair->remote),
                           words::sideName(Side::Local, pair->local));
    if (conflict && m_session.current())
        m_review->describe(*m_session.current(), conflict->table);
    if (conflict)
        m_review->showConflict(*conflict, m_queue->stagedFor(conflict->id),
                               m_queue->problemOf(conflict->id));
    else
        m_review->clear();
}

void ConflictsPage::takeBase()
{
    if (m_session.isWritable() && m_review->fields().conflict())
        m_review->takeBase();
}

void ConflictsPage::stageChosen()
{
    const auto& shown = m_review->fields().conflict();
    if (!shown)
        return;
    if (const auto decision = m_review->fields().decision())
        m_queue->stage(*decision);
    else
        m_queue->unstage(shown->id);
}

void ConflictsPage::takeAndAdvance(Side side)
{
    if (!m_session.isWritable() || !m_review->fields().conflict())
        return;
    if (m_review->isFieldFocused())
        return m_review->takeField(side);
    m_review->take(side);
    advance();
}

void ConflictsPage::advance()
{
    if (const auto decision = m_review->fields().decision())
        m_queue->stage(*decision);
    if (!m_list->selectNextUndecided())
        showChosen();
}

/// The decision of one conflict for all that are like it: one question, however many there are.
void ConflictsPage::decideAllLikeThis(Side side)
{
    const auto& shown = m_review->fields().conflict();
    if (!shown || !m_session.isWritable())
        return;
    std::vector<qint64> ids = m_queue->undecidedLike(shown->id);
    ids.push_back(shown->id);
    const Settlement use = side == Side::Remote ? Settlement::Remote : Settlement::Local;
    Question question;
    question.title = tr("The same for all like this?");
    question.text = tr("%1 for %2 of %3: %4.")
                        .arg(words::of(use), words::conflicts(static_cast<qint64>(ids.size())),
                             shown->table, words::of(shown->kind));
    question.detail = tr("They are staged; nothing is written before you apply. Conflicts that are "
                         "not loaded yet are not among them.");
    question.verb = tr("Decide %1").arg(words::conflicts(static_cast<qint64>(ids.size())));
    question.environment = m_session.current()->environment;
    ask(window(), question, this, [this, ids, use] {
        m_queue->stageAll(ids, use);
        showChosen();
    });
}

void ConflictsPage::clearDecision()
{
    const auto& shown = m_review->fields().conflict();
    if (!shown)
        return;
    m_queue->unstage(shown->id);
    showChosen();
}

void ConflictsPage::apply()
{
    if (!m_apply->isEnabled())
        return;
    m_background.run(
        QStringLiteral("apply"),
        [profile = *m_session.current(), decisions = m_queue->staged(),
         who = operatorName()](const std::stop_token& stop) {
            return resolveConflicts(profile, decisions, who, stop);
        },
        [this](const Result<std::vector<DecisionOutcome>>& outcomes) { showOutcomes(outcomes); });
    showState();
}

void ConflictsPage::showOutcomes(const Result<std::vector<DecisionOutcome>>& outcomes)
{
    if (!outcomes.ok()) {
        showErrorDialog(window(), outcomes.error());
        return showState();
    }
    for (const DecisionOutcome& outcome : outcomes.value()) {
        if (outcome.applied)
            m_queue->unstage(outcome.conflictId);
        else
            m_queue->setProblem(outcome.conflictId, outcome.error ? outcome.error->message() %
                                                                        QLatin1Char(' ') %
                                                                        outcome.error->hint()
                                                                  : QString());
    }
    m_queue->forgetSteps();
    m_session.tellPairChanged();
    showState();
}

void ConflictsPage::showState()
{
    const bool isFiltered = !m_table->currentData().toString().isEmpty();
    const bool isEmpty = m_queue->rowCount() == 0;
    const bool isApplying = m_background.isBusy(QStringLiteral("apply"));
    const bool canDecide = m_session.isWritable() && !m_session.isRunning() && !isApplying;
    const int staged = m_queue->stagedCount();
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_table->setVisible(!isEmpty || isFiltered);
    m_list->showLoaded(m_session.monitor().openConflicts());
    m_apply->parentWidget()->setVisible(!isEmpty);
    m_review->setLocked(!canDecide);
    if (!m_session.current())
        m_empty->setSentence(tr("Choose a profile first."));
    else if (m_error->error())
        m_empty->setSentence(tr("The conflicts could not be read."));
    else
        m_empty->setSentence(isFiltered ? tr("No conflicts in this table.")
                                        : tr("No conflicts. Rows under MANUAL will wait here."));
    if (isApplying)
        m_note->setText(tr("Applying…"));
    else if (!m_session.isWritable())
        m_note->setText(tr("The profile is read-only. Allow writing to decide conflicts."));
    else
        m_note->setText(staged == 0 ? tr("Choose a side for each row, or edit the result.")
                                    : tr("Decisions not applied yet: %1").arg(staged));
    m_apply->setText(staged > 0 ? tr("Apply (%1)").arg(staged) : tr("Apply"));
    m_apply->setEnabled(staged > 0 && canDecide);
    m_revert->setEnabled(staged > 0 && !isApplying);
    for (const char* id :
         {"conflicts.takeRemote", "conflicts.takeLocal", "conflicts.takeBase", "conflicts.accept",
          "conflicts.clear", "conflicts.setNull", "conflicts.allRemote", "conflicts.allLocal"})
        m_actions.setReady(id, canDecide && !isEmpty);
    m_actions.setReady("conflicts.next", !isEmpty);
    m_actions.setReady("conflicts.previous", !isEmpty);
    m_actions.setReady("conflicts.undo", canDecide && m_queue->canUndo());
    m_actions.setReady("conflicts.redo", canDecide && m_queue->canRedo());
    m_actions.setReady("conflicts.apply", m_apply->isEnabled());
}

void ConflictsPage::languageChanged()
{
    m_queue->retranslate();
    m_table->setItemText(0, tr("All tables"));
    showState();
}

} // namespace causeway
