// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/history_page.h"

#include "models/run_models.h"
#include "models/words.h"
#include "sync/control/control_store.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/history/history_filters.h"
#include "ui/pages/history/prune_dialog.h"
#include "ui/pages/history/undo_dialog.h"
#include "ui/session/session.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/grid.h"

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace causeway {
namespace {

constexpr int kPage = 200;

Result<std::vector<LogRow>> readLog(const SideConfig& local, const LogFilter& filter)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    return store.value().log(filter);
}

Result<QStringList> readNames(const SideConfig& local)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    auto configs = store.value().configs();
    if (!configs.ok())
        return configs.error();
    QStringList names;
    for (const TableConfig& config : configs.value())
        names << config.table;
    return names;
}

} // namespace

HistoryPage::HistoryPage(const PageContext& context, QWidget* parent)
    : Page("history", QStringLiteral("history"), parent)
    , m_session(context.session)
    , m_navigator(context.navigator)
    , m_runs(new RunListModel(this))
    , m_tables(new RunTablesModel(this))
{
    build();
    connect(m_error, &ErrorCard::remedyWanted, &context.navigator, &Navigator::remedy);
    connect(m_error, &ErrorCard::retryWanted, this, &HistoryPage::refresh);
    connect(&m_navigator, &Navigator::runWanted, this, &HistoryPage::showRun);
    connect(&m_session, &Session::currentChanged, this, [this] {
        m_runs->setRows({});
        m_tables->setRows({});
        m_filters->clear();
        refresh();
    });
    connect(&m_session, &Session::pairChanged, this, &HistoryPage::refresh);
    showState();
}

void HistoryPage::build()
{
    say([this] { setSubtitle(tr("Every run and what it did to each table.")); });
    m_filters = new HistoryFilters(this);
    m_prune = button(this, "pruneLog");
    say(m_prune, QT_TR_NOOP("Remove old runs…"));
    m_older = button(this, "olderRuns");
    say(m_older, QT_TR_NOOP("Load older runs"));
    m_monitor = button(this, "showInMonitor");
    say(m_monitor, QT_TR_NOOP("Show in Monitor"));
    m_undo = button(this, "undoRun");
    say(m_undo, QT_TR_NOOP("Undo this run…"));
    titleRow()->addWidget(m_undo);
    titleRow()->addWidget(m_monitor);
    titleRow()->addWidget(m_older);
    titleRow()->addWidget(m_prune);

    m_runGrid = new GridView("runsGrid", this);
    m_runGrid->setModel(m_runs);
    m_runGrid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_runGrid->delegate().setPillColumn(RunListModel::Status);
    m_runGrid->setWidths({156, 82, 94, 166, 130, 124, 124, 88, 84}, RunListModel::DirectionColumn);
    m_runGrid->remember();
    name(m_runGrid, QT_TR_NOOP("Runs"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kTwo);
    splitter->addWidget(m_runGrid);
    splitter->addWidget(buildDetail());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    rememberSplitter(splitter, "historySplitter");

    m_error = new ErrorCard(this);
    m_error->clear();
    m_error->offerRemedies();
    m_error->offerRetry();
    m_empty = new EmptyState(QStringLiteral("history"), this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    body()->addWidget(m_filters);
    body()->addWidget(m_error);
    body()->addWidget(m_stack, 1);
    connect(m_filters, &HistoryFilters::changed, this, &HistoryPage::refresh);
    connect(m_prune, &QPushButton::clicked, this, &HistoryPage::prune);
    connect(m_older, &QPushButton::clicked, this, [this] { loadRuns(true); });
    connect(m_monitor, &QPushButton::clicked, this, &HistoryPage::showInMonitor);
    connect(m_undo, &QPushButton::clicked, this, &HistoryPage::undoRun);
    connect(m_runGrid, &GridView::currentRowChanged, this, &HistoryPage::loadTables);
    connect(m_tableGrid, &GridView::currentRowChanged, this, &HistoryPage::showMessage);
}

QWidget* HistoryPage::buildDetail()
{
    auto* detail = new QWidget(this);
    auto* column = tight(new QVBoxLayout(detail), space::kOne);
    m_detailTitle = plainLabel(detail, "heading");
    m_tableGrid = new GridView("runTablesGrid", detail);
    m_tableGrid->setModel(m_tables);
    m_tableGrid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tableGrid->delegate().setPillColumn(RunTablesModel::Status);
    m_tableGrid->setWidths({112, 92, 128, 128, 84, 76, 112, 92, 80, 120}, RunTablesModel::Message);
    m_tableGrid->remember();
    name(m_tableGrid, QT_TR_NOOP("Tables of the run"));
    m_message = wrappedLabel(detail);
    m_message->setObjectName(QStringLiteral("runMessage"));
    column->addWidget(m_detailTitle);
    column->addWidget(m_tableGrid, 1);
    column->addWidget(m_message);
    return detail;
}

void HistoryPage::refresh()
{
    if (m_session.current()) {
        loadNames();
        return loadRuns(false);
    }
    m_background.drop(QStringLiteral("runs"));
    m_background.drop(QStringLiteral("tables"));
    m_runs->setRows({});
    m_tables->setRows({});
    m_error->clear();
    showState();
}

void HistoryPage::showRun(const QString& runId)
{
    m_wanted = runId;
    m_filters->clear();
    m_navigator.show(id());
    refresh();
}

/// The chosen run with a little of what was before and after it.
void HistoryPage::showInMonitor()
{
    constexpr int kAround = 60; // seconds
    const LogRow* run = m_runs->rowAt(m_runGrid->currentSourceRow());
    if (!run)
        return;
    const QDateTime end = run->endTime.value_or(QDateTime::currentDateTimeUtc());
    m_navigator.showMoment(run->startTime.addSecs(-kAround), end.addSecs(kAround));
}

void HistoryPage::undoRun()
{
    const LogRow* run = m_runs->rowAt(m_runGrid->currentSourceRow());
    if (!run || !m_session.current())
        return;
    auto* dialog =
        new UndoDialog(*m_session.current(), run->runId, words::moment(run->startTime), window());
    connect(dialog, &UndoDialog::undone, this, &HistoryPage::refresh);
    dialog->open();
}

void HistoryPage::prune()
{
    if (!m_session.current())
        return;
    auto* dialog = new PruneDialog(*m_session.current(), window());
    connect(dialog, &PruneDialog::pruned, this, &HistoryPage::refresh);
    dialog->open();
}

/// The tables to filter by.
void HistoryPage::loadNames()
{
    m_background.run(
        QStringLiteral("names"),
        [local = m_session.current()->local](const std::stop_token&) { return readNames(local); },
        [this](const Result<QStringList>& names) {
            if (names.ok())
                m_filters->setTables(names.value());
        });
}

void HistoryPage::loadRuns(bool older)
{
    LogFilter filter;
    filter.summariesOnly = true;
    filter.limit = kPage;
    m_filters->narrow(filter);
    if (older)
        filter.beforeId = m_runs->oldestId();
    m_background.run(
        QStringLiteral("runs"),
        [local = m_session.current()->local, filter](const std::stop_token&) {
            return readLog(local, filter);
        },
        [this, older](Result<std::vector<LogRow>> rows) { showRuns(std::move(rows), older); });
}

void HistoryPage::showRuns(Result<std::vector<LogRow>> rows, bool older)
{
    const bool isNew = !rows.ok() && rows.error().code == ErrorCode::CfgNotInitialised;
    if (rows.ok() || isNew)
        m_error->clear();
    else
        return showUnread(rows.error());
    std::vector<LogRow> found = rows.ok() ? std::move(rows).value() : std::vector<LogRow>();
    m_mayHaveOlder = static_cast<int>(found.size()) == kPage;
    if (older) {
        m_runs->append(std::move(found));
    } else {
        m_runs->setRows(std::move(found));
        m_runGrid->selectSourceRow(m_runs->rowOfRun(std::exchange(m_wanted, {})).value_or(0));
        loadTables();
    }
    showState();
}

/// What is shown stays.
void HistoryPage::showUnread(const Error& error)
{
    m_error->showError(error);
    showState();
}

void HistoryPage::loadTables()
{
    const LogRow* run = m_runs->rowAt(m_runGrid->currentSourceRow());
    if (!run || !m_session.current()) {
        m_tables->setRows({});
        return showMessage();
    }
    LogFilter filter;
    filter.runId = run->runId;
    filter.limit = 10'000;
    m_background.run(
        QStringLiteral("tables"),
        [local = m_session.current()->local, filter](const std::stop_token&) {
            return readLog(local, filter);
        },
        [this](Result<std::vector<LogRow>> rows) { showTables(std::move(rows)); });
}

void HistoryPage::showTables(Result<std::vector<LogRow>> rows)
{
    std::vector<LogRow> tables;
    if (rows.ok()) {
        for (auto row = rows.value().rbegin(); row != rows.value().rend(); ++row) {
            if (!row->table.isNull())
                tables.push_back(std::move(*row));
        }
    }
    m_tables->setRows(std::move(tables));
    showMessage();
}

void HistoryPage::showMessage()
{
    const LogRow* run = m_runs->rowAt(m_runGrid->currentSourceRow());
    const LogRow* table = m_tables->rowAt(m_tableGrid->currentSourceRow());
    const LogRow* shown = table && !words::message(*table).isEmpty() ? table : run;
    m_detailTitle->setText(run ? tr("Tables of the run of %1").arg(words::moment(run->startTime))
                               : QString());
    const QString message = shown ? words::message(*shown) : QString();
    const bool hasMessage = !message.isEmpty();
    m_message->setVisible(hasMessage);
    if (!hasMessage)
        return;
    const QString code =
        shown->errorCode.isEmpty() ? QString() : shown->errorCode % QStringLiteral(": ");
    m_message->setText(code % message);
    setLook(m_message, shown->status == RunStatus::Failed ? "bad" : "muted");
}

void HistoryPage::showState()
{
    const bool isEmpty = m_runs->rowCount() == 0;
    const bool isFiltered = m_filters->isNarrow();
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_filters->setVisible(!isEmpty || isFiltered);
    m_prune->setVisible(!isEmpty);
    m_older->setVisible(m_mayHaveOlder && !isEmpty);
    m_monitor->setEnabled(!isEmpty);
    m_undo->setEnabled(!isEmpty);
    if (m_error->error())
        m_empty->setSentence(tr("The runs could not be read."));
    else
        m_empty->setSentence(isFiltered
                                 ? tr("No runs recorded for this filter.")
                                 : tr("No runs yet. Sync now, and each run is recorded here."));
    showMessage();
}

void HistoryPage::languageChanged()
{
    m_runs->retranslate();
    m_tables->retranslate();
    showState();
}

} // namespace causeway
