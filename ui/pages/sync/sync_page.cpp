// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/sync_page.h"

#include "models/words.h"
#include "sync/control/control_store.h"
#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/sync/preview_view.h"
#include "ui/pages/sync/repair_dialog.h"
#include "ui/pages/sync/report_words.h"
#include "ui/pages/sync/result_view.h"
#include "ui/pages/sync/run_progress.h"
#include "ui/pages/sync/sync_options.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_card.h"

#include <QPushButton>
#include <QStackedWidget>

namespace causeway {
namespace {

constexpr int kOptionsWidth = 280;

Result<std::vector<TableConfig>> loadConfigs(const SideConfig& local)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    return store.value().configs();
}

} // namespace

SyncPage::SyncPage(const PageContext& context, QWidget* parent)
    : Page("sync", QStringLiteral("sync"), parent)
    , m_session(context.session)
    , m_actions(context.actions)
    , m_navigator(context.navigator)
{
    build();
    addActions();
    connectAll();
    showIdle();
}

void SyncPage::build()
{
    say([this] {
        setSubtitle(tr("Look first, then write: what the preview shows is what runs."));
    });
    m_options = new SyncOptions(this);
    m_options->setFixedWidth(kOptionsWidth);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(QStringLiteral("preview"), m_stack);
    m_progress = new RunProgress(m_session, m_stack);
    m_preview = new PreviewView(m_stack);
    m_result = new ResultView(m_stack);
    for (QWidget* view : QWidgetList{m_empty, m_progress, m_preview, m_result})
        m_stack->addWidget(view);
    m_error = new ErrorCard(this);
    m_error->clear();
    m_error->offerRemedies();
    m_error->offerRetry();
    auto* row = tight(new QHBoxLayout, space::kTwo);
    row->addWidget(m_options);
    row->addWidget(m_stack, 1);
    body()->addWidget(m_error);
    body()->addLayout(row, 1);
}

void SyncPage::addActions()
{
    m_actions.add({"sync.now",
                   MenuId::Sync,
                   QT_TRANSLATE_NOOP("Actions", "&Sync now…"),
                   QStringLiteral("sync"),
                   {QKeySequence(Qt::CTRL | Qt::Key_F9)}},
                  [this] { m_navigator.startSync(); });
    m_actions.add({"sync.pause",
                   MenuId::Sync,
                   QT_TRANSLATE_NOOP("Actions", "&Pause or go on"),
                   QStringLiteral("pause"),
                   {QKeySequence(Qt::Key_F9)}},
                  [this] { m_session.togglePause(); });
    m_actions.add({"sync.stop",
                   MenuId::Sync,
                   QT_TRANSLATE_NOOP("Actions", "S&top after this batch"),
                   QStringLiteral("stop"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_F9)}},
                  [this] { m_session.cancelRun(); });
    m_actions.add({"sync.write",
                   MenuId::Sync,
                   QT_TRANSLATE_NOOP("Actions", "&Write what the preview shows"),
                   QString(),
                   {QKeySequence(Qt::CTRL | Qt::Key_Return)},
                   this},
                  [this] { runPreviewed(); });
}

void SyncPage::connectAll()
{
    connect(&m_session, &Session::currentChanged, this, [this] {
        if (m_shownProfile != m_session.currentName())
            m_options->setTables({}); // of the pair before
        m_shownProfile = m_session.currentName();
        showIdle();
        loadTables();
    });
    connect(&m_session, &Session::pairChanged, this, &SyncPage::loadTables);
    connect(&m_session, &Session::runStarted, this, &SyncPage::showState);
    connect(&m_session, &Session::runFinished, this, &SyncPage::showFinished);
    connect(&m_navigator, &Navigator::syncWanted, this, [this] {
        m_navigator.show(id());
        preview();
    });
    connect(m_options, &SyncOptions::previewWanted, this, &SyncPage::preview);
    connect(m_options, &SyncOptions::runWanted, this, &SyncPage::runDirectly);
    connect(m_options, &SyncOptions::changed, this, &SyncPage::showState);
    connect(m_preview, &PreviewView::runWanted, this, &SyncPage::runPreviewed);
    connect(m_preview, &PreviewView::choiceChanged, this, &SyncPage::showState);
    connect(m_preview, &PreviewView::remedyWanted, &m_navigator, &Navigator::remedy);
    connect(m_result, &ResultView::remedyWanted, &m_navigator, &Navigator::remedy);
    connect(m_error, &ErrorCard::remedyWanted, &m_navigator, &Navigator::remedy);
    connect(m_error, &ErrorCard::retryWanted, this, &SyncPage::loadTables);
    connect(&m_navigator, &Navigator::remedyWanted, this, &SyncPage::takeUp);
    connect(m_result, &ResultView::againWanted, this, &SyncPage::preview);
    connect(m_result, &ResultView::conflictsWanted, &m_navigator,
            [this] { m_navigator.show("conflicts"); });
    connect(m_result, &ResultView::historyWanted, &m_navigator,
            [this] { m_navigator.show("history"); });
}

void SyncPage::refresh()
{
    preview();
}

void SyncPage::loadTables()
{
    const auto& pair = m_session.current();
    m_options->setProfile(pair ? &*pair : nullptr);
    if (!pair) {
        m_background.drop(QStringLiteral("tables"));
        m_options->setTables({});
        return showState();
    }
    m_background.run(
        QStringLiteral("tables"),
        [local = pair->local](const std::stop_token&) { return loadConfigs(local); },
        [this](const Result<std::vector<TableConfig>>& configs) { showTables(configs); });
}

void SyncPage::showTables(const Result<std::vector<TableConfig>>& configs)
{
    const bool isNew = !configs.ok() && configs.error().code == ErrorCode::CfgNotInitialised;
    if (configs.ok() || isNew) {
        m_options->setTables(configs.ok() ? configs.value() : std::vector<TableConfig>());
        m_error->clear();
    } else {
        m_error->showError(configs.error()); // what is shown stays
    }
    showState();
    if (std::exchange(m_isPreviewWaiting, false))
        preview();
}

void SyncPage::preview()
{
    if (!m_session.current() || m_session.isRunning())
        return;
    if (m_background.isBusy(QStringLiteral("tables"))) {
        m_isPreviewWaiting = true; // asked for before the tables were known
        return;
    }
    if (!m_options->hasTables())
        return;
    SyncRequest request = m_options->request();
    request.dryRun = true;
    start(std::move(request));
}

void SyncPage::start(SyncRequest request)
{
    m_request = std::move(request);
    if (m_session.startRun(m_request) == 0)
        return;
    m_progress->follow(m_request.dryRun);
    m_stack->setCurrentWidget(m_progress);
    showState();
}

void SyncPage::runPreviewed()
{
    if (m_stack->currentWidget() != m_preview || !m_session.isWritable() || m_session.isRunning())
        return;
    const SyncReport report = m_preview->chosenReport();
    if (report.tables.empty())
        return;
    const Profile& pair = *m_session.current();
    SyncRequest request = m_preview->chosen();
    request.dryRun = false;
    const bool isGrave = request.allowMassDelete || (pair.environment == Environment::Prod &&
                                                     report_words::rowsToDelete(report) > 0);
    if (report_words::rowsToDelete(report) == 0 && pair.environment != Environment::Prod)
        return start(std::move(request));
    Question question;
    question.title = tr("Write to both sides?");
    question.text = report_words::plan(report, pair);
    question.detail = report_words::deletions(report, pair).join(QLatin1Char('\n'));
    question.verb = tr("Write %1").arg(words::rows(report_words::rowsToWrite(report)));
    question.environment = pair.environment;
    question.isDestructive = report_words::rowsToDelete(report) > 0;
    if (isGrave)
        question.typeToConfirm = request.allowMassDelete ? request.tables.value(0) : pair.name;
    ask(window(), question, this, [this, request] { start(request); });
}

void SyncPage::runDirectly()
{
    if (!m_session.isWritable() || m_session.isRunning() || !m_options->hasTables())
        return;
    const Profile& pair = *m_session.current();
    Question question;
    question.title = tr("Sync without a preview?");
    question.text = tr("Changes are written to %1 and %2 at once. Guards still stop a table before "
                       "unusually many rows are deleted.")
                        .arg(words::sideName(Side::Remote, pair.remote),
                             words::sideName(Side::Local, pair.local));
    question.verb = tr("Sync now");
    question.environment = pair.environment;
    ask(window(), question, this, [this] { start(m_options->request()); });
}

void SyncPage::takeUp(Remedy remedy, const QString& table)
{
    if (m_session.isRunning() || !m_session.current())
        return;
    if (remedy == Remedy::RunAgain) {
        m_navigator.show(id());
        preview();
    } else if (remedy == Remedy::PreviewDeletes) {
        SyncRequest request = withDeletesOf(table);
        request.dryRun = true;
        start(std::move(request));
    } else if (remedy == Remedy::AllowDeletes) {
        confirmDeletes(table);
    } else if (remedy == Remedy::RepairPair) {
        repairPair();
    }
}

void SyncPage::repairPair()
{
    auto* dialog = new RepairDialog(*m_session.current(), window());
    connect(dialog, &RepairDialog::repaired, this, [this] {
        m_session.tellPairChanged();
        m_navigator.startSync();
    });
    connect(dialog, &RepairDialog::refillWanted, this, &SyncPage::refill);
    connect(&m_session, &Session::currentChanged, dialog, &QDialog::reject); // another pair now
    dialog->open();
}

/// The pair was accepted just before: were this run cut off, the rows that it did not reach are
/// conflicts, never deletes.
void SyncPage::refill(Side side)
{
    SyncRequest request;
    request.type = SyncType::Full;
    request.direction = side == Side::Local ? Direction::RemoteToLocal : Direction::LocalToRemote;
    request.allowMassDelete = true;
    request.keepLosers = true;
    m_navigator.show(id());
    start(std::move(request));
}

/// The run that was stopped, for exactly @p table: every other table keeps its guard.
SyncRequest SyncPage::withDeletesOf(const QString& table) const
{
    SyncRequest request = m_request;
    request.tables = QStringList{table};
    request.dryRun = false;
    request.allowMassDelete = true;
    return request;
}

void SyncPage::confirmDeletes(const QString& table)
{
    if (!m_session.isWritable())
        return m_navigator.remedy(Remedy::AllowWriting, {});
    const bool isResult = m_stack->currentWidget() == m_result;
    const SyncReport& shown = isResult ? m_result->report() : m_preview->report();
    const auto stopped =
        std::find_if(shown.tables.begin(), shown.tables.end(),
                     [&table](const TableOutcome& outcome) { return outcome.table == table; });
    if (stopped == shown.tables.end() || !stopped->error)
        return;
    Question question;
    question.title = tr("Allow the deletes of %1?").arg(table);
    question.text = stopped->error->message();
    question.detail = report_words::guardDetail(*stopped, *m_session.current());
    question.verb = tr("Delete and sync %1").arg(table);
    question.environment = m_session.current()->environment;
    question.isDestructive = true;
    question.typeToConfirm = table;
    ask(window(), question, this, [this, table] { start(withDeletesOf(table)); });
}

void SyncPage::showFinished(const SyncReport& report)
{
    m_progress->stop();
    if (!m_session.current())
        return showIdle();
    if (!report.dryRun) {
        m_result->showReport(report);
        m_stack->setCurrentWidget(m_result);
    } else if (report.status == RunStatus::Cancelled) {
        showIdle();
    } else {
        m_preview->showReport(report, m_request, *m_session.current());
        m_stack->setCurrentWidget(m_preview);
    }
    showState();
}

void SyncPage::showIdle()
{
    if (!m_session.isRunning())
        m_stack->setCurrentWidget(m_empty);
    showState();
}

QString SyncPage::lockReason() const
{
    if (!m_session.current() || m_session.isWritable())
        return {};
    return tr("The profile is read-only: the preview works, writing has to be allowed first.");
}

void SyncPage::showState()
{
    const bool hasPair = m_session.current().has_value();
    const bool isIdle = hasPair && !m_session.isRunning();
    if (!hasPair)
        m_empty->setSentence(tr("Choose a profile first."));
    else if (m_options->hasTables())
        m_empty->setSentence(tr("Nothing planned. Press F5 to compare."));
    else if (m_error->error())
        m_empty->setSentence(tr("The tables could not be read."));
    else
        m_empty->setSentence(tr("No table is chosen. Set up the tables on the Tables page first."));
    const bool isPreview = hasPair && m_stack->currentWidget() == m_preview;
    m_options->showNarrowed(isPreview ? std::optional(m_preview->chosen()) : std::nullopt);
    m_options->setState(isIdle, isIdle && m_session.isWritable(), lockReason());
    m_preview->setCanRun(isIdle && m_session.isWritable(), lockReason());
    m_actions.setReady("sync.now", isIdle);
    m_actions.setReady("sync.pause", m_session.canPause());
    m_actions.setReady("sync.stop", m_session.isRunning());
    m_actions.setReady("sync.write",
                       isIdle && m_session.isWritable() && m_stack->currentWidget() == m_preview);
}

void SyncPage::languageChanged()
{
    showState();
}

} // namespace causeway
