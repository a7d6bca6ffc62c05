// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/overview_page.h"

#include "models/run_models.h"
#include "models/words.h"
#include "sync/control/control_store.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/overview/alert_warnings.h"
#include "ui/pages/overview/tile.h"
#include "ui/pages/overview/warning_list.h"
#include "ui/session/alert_service.h"
#include "ui/session/proof_book.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/grid.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kRuns = 5;
constexpr int kRunsHeight = 140;
const QString kLoad = QStringLiteral("load");
const QString kProve = QStringLiteral("prove");

Result<OverviewFacts> readFacts(const SideConfig& local)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    auto tables = store.value().configs();
    if (!tables.ok())
        return tables.error();
    LogFilter filter;
    filter.summariesOnly = true;
    filter.limit = kRuns;
    auto runs = store.value().log(filter);
    if (!runs.ok())
        return runs.error();
    return OverviewFacts{std::move(tables).value(), std::move(runs).value()};
}

} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent)
    : Page("overview", QStringLiteral("overview"), parent)
    , m_session(context.session)
    , m_actions(context.actions)
    , m_navigator(context.navigator)
    , m_runs(new RunListModel(this))
{
    build();
    addActions();
    connectAll();
    showState();
}

void OverviewPage::build()
{
    say([this] { setSubtitle(tr("The chosen pair at a glance.")); });
    m_scroll = new QScrollArea(this);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is inside
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(m_scroll);
    inside->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* column = tight(new QVBoxLayout(inside), space::kTwo);
    auto* grid = tight(new QGridLayout, space::kTwo);
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        m_sides[i] = new Tile(i == 0 ? "tileRemote" : "tileLocal", inside);
        grid->addWidget(m_sides[i], 0, static_cast<int>(i) * 2, 1, 2);
    }
    m_proof = new Tile("tileProof", inside);
    m_lastRun = new Tile("tileLastRun", inside);
    m_conflicts = new Tile("tileConflicts", inside);
    m_tables = new Tile("tileTables", inside);
    int place = 0;
    for (Tile* tile : {m_proof, m_lastRun, m_conflicts, m_tables}) {
        grid->addWidget(tile, 1, place);
        grid->setColumnStretch(place++, 1);
    }
    m_card = new ErrorCard(inside);
    m_card->clear();
    m_card->offerRemedies();
    m_card->offerRetry();
    m_warnings = new WarningList(inside);
    m_runsTitle = plainLabel(inside, "heading");
    say(m_runsTitle, QT_TR_NOOP("Last runs"));
    m_grid = new GridView("overviewRuns", inside);
    m_grid->setModel(m_runs);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->delegate().setPillColumn(RunListModel::Status);
    m_grid->setWidths({156, 82, 94, 166, 130, 124, 124, 88, 84}, RunListModel::DirectionColumn);
    m_grid->remember();
    name(m_grid, QT_TR_NOOP("Last runs"));
    column->addWidget(m_card);
    column->addWidget(m_warnings);
    column->addLayout(grid);
    column->addWidget(m_runsTitle);
    m_grid->setMinimumHeight(kRunsHeight);
    column->addWidget(m_grid, 1);
    m_scroll->setWidget(inside);
    m_empty = new EmptyState(QStringLiteral("overview"), this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    body()->addWidget(m_stack, 1);
}

void OverviewPage::addActions()
{
    m_actions.add({"tools.prove",
                   MenuId::Tools,
                   QT_TRANSLATE_NOOP("Actions", "&Compare both sides by value"),
                   QStringLiteral("check"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)}},
                  [this] { prove(); });
}

void OverviewPage::connectAll()
{
    connect(&m_session, &Session::currentChanged, this, [this] {
        m_facts = {};
        m_error.reset();
        m_card->clear();
        m_proofError.reset();
        m_background.drop(kProve);
        load();
    });
    connect(&m_session, &Session::pairChanged, this, &OverviewPage::load);
    connect(&m_session, &Session::runStarted, this, &OverviewPage::showState);
    connect(&m_session, &Session::runFinished, this, &OverviewPage::showState);
    connect(&m_session.monitor(), &PairMonitor::sideChanged, this, &OverviewPage::showState);
    connect(&m_session.monitor(), &PairMonitor::openConflictsChanged, this,
            &OverviewPage::showState);
    connect(&m_session.alerts(), &AlertService::changed, this, &OverviewPage::showState);
    connect(m_card, &ErrorCard::remedyWanted, &m_navigator, &Navigator::remedy);
    connect(m_card, &ErrorCard::retryWanted, this, &OverviewPage::refresh);
    for (Tile* side : m_sides)
        connect(&side->action(), &QPushButton::clicked, this,
                [this] { m_navigator.remedy(Remedy::TestConnection, {}); });
    connect(&m_proof->action(), &QPushButton::clicked, this, &OverviewPage::prove);
    connect(&m_lastRun->action(), &QPushButton::clicked, this,
            [this] { m_navigator.show("history"); });
    connect(&m_conflicts->action(), &QPushButton::clicked, this,
            [this] { m_navigator.show("conflicts"); });
    connect(&m_tables->action(), &QPushButton::clicked, this,
            [this] { m_navigator.show("tables"); });
    connect(m_grid, &QTableView::activated, this, [this] { m_navigator.show("history"); });
}

void OverviewPage::refresh()
{
    m_session.monitor().check();
    m_session.monitor().countConflicts();
    load();
}

void OverviewPage::load()
{
    if (!m_session.current()) {
        m_background.drop(kLoad);
        return showState();
    }
    m_background.run(
        kLoad,
        [local = m_session.current()->local](const std::stop_token&) { return readFacts(local); },
        [this](Result<OverviewFacts> facts) { showFacts(std::move(facts)); });
    showState();
}

void OverviewPage::prove()
{
    if (!m_session.current() || m_session.isRunning())
        return;
    m_proofError.reset();
    m_background.run(
        kProve,
        [pair = *m_session.current()](const std::stop_token& stop) {
            return comparePair(pair, {}, stop);
        },
        [this, profile = m_session.currentName()](const Result<CompareReport>& report) {
            if (report.ok())
                keep(profile, proofOf(report.value(), QDateTime::currentDateTimeUtc()));
            else
                m_proofError = report.error();
            showState();
        });
    showState();
}

void OverviewPage::keep(const QString& profile, const Proof& proof)
{
    keepProof(profile, proof);
    if (proof.equal && profile == m_session.currentName())
        m_session.alerts().noteProof();
}

void OverviewPage::showFacts(Result<OverviewFacts> facts)
{
    m_error = facts.ok() ? std::nullopt : std::optional<Error>(facts.error());
    const bool isUnread = m_error && m_error->code != ErrorCode::CfgNotInitialised;
    if (isUnread)
        m_card->showError(*m_error); // what is shown stays
    else
        m_card->clear();
    if (!isUnread)
        m_facts = facts.ok() ? std::move(facts).value() : OverviewFacts{};
    m_runs->setRows(m_facts.runs);
    showState();
}

void OverviewPage::showState()
{
    const bool hasPair = m_session.current().has_value();
    m_actions.setReady("tools.prove", hasPair && !m_session.isRunning());
    m_stack->setCurrentIndex(hasPair ? 1 : 0);
    m_empty->setSentence(tr("Choose a profile first."));
    if (!hasPair)
        return;
    showSide(Side::Remote);
    showSide(Side::Local);
    showProof();
    showLastRun();
    showTables();
    const qint64 open = m_session.monitor().openConflicts();
    m_conflicts->setCaption(tr("Open conflicts"));
    m_conflicts->setValue(words::number(open), open > 0 ? "bad" : "good");
    m_conflicts->setNote(open > 0 ? tr("They wait; everything else flows.") : tr("Nothing waits."));
    m_conflicts->setAction(open > 0 ? tr("Review…") : QString());
    showWarnings();
    fit();
}

/// Wrapped sentences get the height that they need at this width; what is too much scrolls.
void OverviewPage::fit()
{
    QWidget* inside = m_scroll->widget();
    inside->layout()->activate();
    const int width = m_scroll->viewport()->width();
    inside->setMinimumHeight(qMax(0, inside->layout()->totalMinimumHeightForWidth(width)));
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    QMetaObject::invokeMethod(this, &OverviewPage::fit, Qt::QueuedConnection);
}

void OverviewPage::showSide(Side side)
{
    Tile& tile = *m_sides[static_cast<std::size_t>(side)];
    const SideState& state = m_session.monitor().state(side);
    tile.setCaption(words::sideName(side, m_session.current()->side(side)));
    tile.setNote(state.trouble);
    tile.setAction(tr("Test…"));
    switch (state.kind) {
    case SideState::Kind::Up:
        return tile.setValue(tr("✓ Connected, %1").arg(words::duration(state.latency)), "good");
    case SideState::Kind::Down:
        return tile.setValue(tr("✗ Not reachable"), "bad");
    case SideState::Kind::Checking:
    case SideState::Kind::Unknown:
        return tile.setValue(tr("Checking…"));
    }
}

void OverviewPage::showProof()
{
    m_proof->setCaption(tr("Consistency"));
    m_proof->setAction(tr("Prove it now"));
    m_proof->action().setEnabled(!m_session.isRunning() && !m_background.isBusy(kProve));
    if (m_background.isBusy(kProve)) {
        m_proof->setNote(tr("Every row of every table, by value."));
        return m_proof->setValue(tr("Comparing…"));
    }
    const auto proof = keptProof(m_session.currentName());
    if (m_proofError) {
        m_proof->setNote(m_proofError->message());
        return m_proof->setValue(tr("Could not be compared"), "bad");
    }
    if (!proof) {
        m_proof->setNote(tr("Not compared by value yet."));
        return m_proof->setValue(tr("Not proved"));
    }
    const QString when = tr("Compared at %1.").arg(words::moment(proof->at));
    m_proof->setNote(
        proof->notCompared == 0
            ? when
            : words::sentences(
                  {when, tr("Not compared: %1.").arg(words::tables(proof->notCompared))}));
    if (proof->equal)
        m_proof->setValue(tr("✓ Equal on both sides"), "good");
    else
        m_proof->setValue(
            tr("%1 differ in %2").arg(words::rows(proof->rows), words::tables(proof->tables)),
            "bad");
}

void OverviewPage::showLastRun()
{
    m_lastRun->setCaption(tr("Last run"));
    if (m_session.isRunning()) {
        m_lastRun->setNote({});
        m_lastRun->setAction({});
        return m_lastRun->setValue(tr("Running now"));
    }
    const LogRow* last = m_facts.runs.empty() ? nullptr : &m_facts.runs.front();
    m_lastRun->setAction(last ? tr("Show in history") : QString());
    m_lastRun->setNote(last ? words::moment(last->startTime) : QString());
    if (!last)
        return m_lastRun->setValue(tr("No run yet"));
    const bool isGood = last->status == RunStatus::Success;
    m_lastRun->setValue(words::of(last->status), isGood ? "good" : "bad");
}

void OverviewPage::showTables()
{
    const auto enabled = std::count_if(m_facts.tables.begin(), m_facts.tables.end(),
                                       [](const TableConfig& config) { return config.enabled; });
    m_tables->setCaption(tr("Tables"));
    m_tables->setValue(tr("%1 of %2 enabled").arg(enabled).arg(m_facts.tables.size()));
    m_tables->setNote({});
    m_tables->setAction(tr("Edit…"));
}

void OverviewPage::showWarnings()
{
    std::vector<Warning> warnings;
    warnOfSides(warnings);
    addAlertWarnings(warnings, m_session.alerts(), this);
    warnOfRuns(warnings);
    m_warnings->setWarnings(warnings);
}

void OverviewPage::warnOfSides(std::vector<Warning>& warnings)
{
    const auto remedy = [this](Remedy what) {
        return [this, what] { m_navigator.remedy(what, {}); };
    };
    for (const Side side : {Side::Remote, Side::Local}) {
        const bool isSaid = side == Side::Local && m_card->error(); // the card says so
        if (!isSaid && m_session.monitor().state(side).kind == SideState::Kind::Down)
            warnings.push_back({"warnDown",
                                tr("%1 cannot be reached: no run can start.")
                                    .arg(words::sideName(side, m_session.current()->side(side))),
                                textOf(Remedy::TestConnection), remedy(Remedy::TestConnection)});
    }
    if (m_error && m_error->code == ErrorCode::CfgNotInitialised)
        warnings.push_back({"warnSetUp", tr("This pair is not set up yet: no table takes part."),
                            textOf(Remedy::SetUp), remedy(Remedy::SetUp)});
    if (!m_session.isWritable())
        warnings.push_back({"warnReadOnly",
                            tr("The profile is read-only: runs are previews until you allow "
                               "writing."),
                            textOf(Remedy::AllowWriting), remedy(Remedy::AllowWriting)});
}

void OverviewPage::warnOfRuns(std::vector<Warning>& warnings)
{
    if (m_session.isRunning() || m_facts.runs.empty())
        return;
    const LogRow& last = m_facts.runs.front();
    if (last.status != RunStatus::Failed && last.status != RunStatus::Partial)
        return;
    const QString what = last.status == RunStatus::Failed
                             ? tr("The last run failed: %1")
                             : tr("The last run left something undone: %1");
    const QString code =
        last.errorCode.isEmpty() ? QString() : last.errorCode % QStringLiteral(" · ");
    warnings.push_back({"warnLastRun", what.arg(code % words::message(last)),
                        textOf(Remedy::RunAgain),
                        [this] { m_navigator.remedy(Remedy::RunAgain, {}); }});
}

void OverviewPage::languageChanged()
{
    m_runs->retranslate();
    showState();
}

} // namespace causeway
