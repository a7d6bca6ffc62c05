// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tables/tables_page.h"

#include "models/words.h"
#include "sync/control/control_store.h"
#include "sync/dialect/control_sql.h"
#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/tables/bulk_edit_dialog.h"
#include "ui/pages/tables/scan_dialog.h"
#include "ui/pages/tables/table_details.h"
#include "ui/pages/tables/table_edit.h"
#include "ui/pages/tables/tables_grid.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/grid.h"

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <functional>

namespace causeway {
namespace {

Result<std::vector<TableConfig>> loadConfigs(const SideConfig& local)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    return store.value().configs();
}

Status storeConfigs(const SideConfig& local, const std::vector<TableConfig>& rows)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    return store.value().saveConfigs(rows);
}

bool isMerelyEmpty(const Error& error)
{
    return error.code == ErrorCode::CfgNotInitialised;
}

} // namespace

TablesPage::TablesPage(const PageContext& context, QWidget* parent)
    : Page("tables", QStringLiteral("tables"), parent)
    , m_session(context.session)
    , m_actions(context.actions)
    , m_navigator(context.navigator)
    , m_model(new TableConfigModel(this))
{
    build();
    connect(m_error, &ErrorCard::remedyWanted, &context.navigator, &Navigator::remedy);
    connect(m_error, &ErrorCard::retryWanted, this, &TablesPage::refresh);
    addActions();
    connect(&m_navigator, &Navigator::remedyWanted, this, &TablesPage::takeUp);
    connect(m_model, &TableConfigModel::edited, this,
            [this](const std::vector<TableConfig>& before) {
                m_undo.push(new TableEdit(*m_model, before));
                m_grid->view().fitChoices();
            });
    connect(m_model, &QAbstractItemModel::modelReset, &m_undo, &QUndoStack::clear);
    connect(&m_undo, &QUndoStack::indexChanged, this, &TablesPage::showState);
    connect(m_model, &TableConfigModel::stagedChanged, this, &TablesPage::showState);
    connect(&m_session, &Session::currentChanged, this, [this] {
        const auto& pair = m_session.current();
        if (pair && m_shown && m_shown->name == pair->name && m_shown->local == pair->local)
            return showState(); // locked or unlocked: the edits stay
        m_shown = pair;
        m_model->setConfigs({});
        refresh();
    });
    connect(&m_session, &Session::pairChanged, this, &TablesPage::refresh);
    connect(&m_session, &Session::runStarted, this, &TablesPage::showState);
    connect(&m_session, &Session::runFinished, this, &TablesPage::showState);
    showState();
}

void TablesPage::build()
{
    say([this] {
        setSubtitle(tr("Which tables take part, in which direction, and who wins a conflict."));
    });
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("tableFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(220);
    m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    hintIn(m_filter, QT_TR_NOOP("Filter tables"));
    name(m_filter, QT_TR_NOOP("Filter tables"));
    m_scan = button(this, "scanDatabases", QStringLiteral("scan"));
    say(m_scan, QT_TR_NOOP("Scan both databases…"));
    titleRow()->addWidget(m_filter);
    titleRow()->addWidget(m_scan);

    m_error = new ErrorCard(this);
    m_error->clear();
    m_error->offerRemedies();
    m_error->offerRetry();
    m_empty = new EmptyState(QStringLiteral("tables"), this);
    m_scanEmpty = button(this, "scanEmpty", QStringLiteral("scan"), "primary");
    say(m_scanEmpty, QT_TR_NOOP("Scan both databases…"));
    m_empty->addButton(m_scanEmpty);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildGrid());
    body()->addWidget(m_error);
    body()->addWidget(m_stack, 1);
    body()->addWidget(buildBar());
    connect(m_filter, &QLineEdit::textChanged, m_grid, &TablesGrid::setNameFilter);
    connect(m_scan, &QPushButton::clicked, this, &TablesPage::scan);
    connect(m_scanEmpty, &QPushButton::clicked, this, &TablesPage::scan);
}

QWidget* TablesPage::buildGrid()
{
    m_grid = new TablesGrid(*m_model, this);
    connect(m_grid, &TablesGrid::viewChanged, this, &TablesPage::showState);
    connect(&m_grid->view(), &GridView::currentRowChanged, this, [this] { showDetails(false); });
    m_details = new TableDetails(this);
    connect(m_details, &TableDetails::remedyWanted, &m_navigator, &Navigator::remedy);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_grid);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    rememberSplitter(splitter, "tablesSplitter");
    return splitter;
}

QWidget* TablesPage::buildBar()
{
    auto* bar = new QWidget(this);
    auto* row = tight(new QHBoxLayout(bar), space::kOne);
    m_staged = plainLabel(bar, "muted");
    m_staged->setObjectName(QStringLiteral("stagedNote"));
    m_bulk = button(bar, "bulkEdit", QStringLiteral("tables"));
    m_sql = button(bar, "showSql", QStringLiteral("terminal"));
    say(m_bulk, QT_TR_NOOP("Edit selected…"));
    say(m_sql, QT_TR_NOOP("SQL…"));
    m_revert = button(bar, "revertTables", QStringLiteral("undo"));
    m_apply = button(bar, "applyTables", QStringLiteral("check"), "primary");
    say(m_revert, QT_TR_NOOP("Revert"));
    row->addWidget(m_staged, 1);
    row->addWidget(m_bulk);
    row->addWidget(m_sql);
    row->addWidget(m_revert);
    row->addWidget(m_apply);
    connect(m_bulk, &QPushButton::clicked, this, &TablesPage::bulkEdit);
    connect(m_sql, &QPushButton::clicked, this, &TablesPage::showSql);
    connect(m_revert, &QPushButton::clicked, this, &TablesPage::revert);
    connect(m_apply, &QPushButton::clicked, this, &TablesPage::apply);
    return bar;
}

void TablesPage::addActions()
{
    const auto add = [this](const char* id, const char* text, const char* icon,
                            const QList<QKeySequence>& keys, std::function<void()> act) {
        const bool isTool = qstrcmp(id, "tables.scan") == 0;
        m_actions.add({id, isTool ? MenuId::Tools : MenuId::Edit, text, QLatin1String(icon), keys,
                       this, qstrcmp(id, "tables.apply") == 0},
                      std::move(act));
    };
    add("tables.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo",
        {QKeySequence(Qt::CTRL | Qt::Key_Z)}, [this] { m_undo.undo(); });
    add("tables.redo", QT_TRANSLATE_NOOP("Actions", "R&edo"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        [this] { m_undo.redo(); });
    add("tables.apply", QT_TRANSLATE_NOOP("Actions", "&Apply changes"), "check",
        {QKeySequence(Qt::CTRL | Qt::Key_S)}, [this] { apply(); });
    add("tables.revert", QT_TRANSLATE_NOOP("Actions", "Re&vert changes"), "undo", {},
        [this] { revert(); });
    add("tables.sql", QT_TRANSLATE_NOOP("Actions", "Show the &SQL of the changes"), "terminal",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, [this] { showSql(); });
    add("tables.bulk", QT_TRANSLATE_NOOP("Actions", "Edit selected ta&bles…"), "tables",
        {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { bulkEdit(); });
    add("tables.toggle", QT_TRANSLATE_NOOP("Actions", "&Enable or disable selected tables"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_Space)}, [this] { toggleSelection(); });
    add("tables.filter", QT_TRANSLATE_NOOP("Actions", "&Filter tables"), "search",
        {QKeySequence(QKeySequence::Find)}, [this] { m_filter->setFocus(); });
    add("tables.filterRow", QT_TRANSLATE_NOOP("Actions", "Filter by &column"), "search",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, [this] { m_grid->toggleFilterRow(); });
    add("tables.raise", QT_TRANSLATE_NOOP("Actions", "Move table &up (greater priority)"),
        "arrow-up", {QKeySequence(Qt::ALT | Qt::Key_Up)}, [this] { m_grid->raiseTable(); });
    add("tables.lower", QT_TRANSLATE_NOOP("Actions", "Move table &down (smaller priority)"),
        "arrow-down", {QKeySequence(Qt::ALT | Qt::Key_Down)}, [this] { m_grid->lowerTable(); });
    add("tables.scan", QT_TRANSLATE_NOOP("Actions", "&Scan both databases…"), "scan", {},
        [this] { scan(); });
}

void TablesPage::refresh()
{
    if (!m_session.current()) {
        m_background.drop(QStringLiteral("load"));
        m_model->setConfigs({});
        m_error->clear();
        return showState();
    }
    m_background.run(
        QStringLiteral("load"),
        [local = m_session.current()->local](const std::stop_token&) { return loadConfigs(local); },
        [this](Result<std::vector<TableConfig>> configs) { showConfigs(std::move(configs)); });
    showState();
}

void TablesPage::showConfigs(Result<std::vector<TableConfig>> configs)
{
    if (configs.ok()) {
        const QString chosen = m_grid->chosenTable();
        m_error->clear();
        m_model->setConfigs(std::move(configs).value());
        m_grid->view().fitChoices();
        const int row = m_model->rowOf(chosen);
        m_grid->view().selectSourceRow(row >= 0 ? row : 0);
        showDetails(true);
    } else if (isMerelyEmpty(configs.error())) {
        m_model->setConfigs({});
        m_error->clear();
    } else {
        m_error->showError(configs.error()); // what is shown stays, edits above all
    }
    showState();
}

bool TablesPage::isBusy() const
{
    return m_background.isBusy() || m_details->isBusy();
}

void TablesPage::showDetails(bool again)
{
    const int row = m_grid->view().currentSourceRow();
    if (!m_session.current() || row < 0)
        return m_details->clear();
    m_details->showTable(*m_session.current(), m_model->configs()[static_cast<std::size_t>(row)],
                         again);
}

void TablesPage::showState()
{
    const bool hasPair = m_session.current().has_value();
    const bool isEmpty = m_model->rowCount() == 0;
    const bool isLoading = m_background.isBusy(QStringLiteral("load"));
    const bool isWritable = m_session.isWritable() && !m_session.isRunning();
    const int staged = m_model->stagedCells();
    m_model->setLocked(!isWritable);
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_apply->parentWidget()->setVisible(!isEmpty);
    m_filter->setVisible(!isEmpty);
    m_scan->setVisible(!isEmpty);
    m_scan->setEnabled(!m_session.isRunning());
    const bool isUnread = m_error->error().has_value();
    m_scanEmpty->setVisible(hasPair && !isLoading && !isUnread);
    m_scanEmpty->setEnabled(!m_session.isRunning());
    if (!hasPair)
        m_empty->setSentence(tr("Choose a profile first."));
    else if (isLoading)
        m_empty->setSentence(tr("Loading…"));
    else if (isUnread)
        m_empty->setSentence(tr("The tables could not be read."));
    else
        m_empty->setSentence(tr("No tables are set up. Scan both databases."));
    if (staged > 0 && !m_session.isWritable())
        m_staged->setText(
            tr("Edited cells: %1. Allow writing to apply them, or revert them.").arg(staged));
    else if (staged > 0)
        m_staged->setText(tr("Edited cells, not applied yet: %1").arg(staged));
    else if (hasPair && !isEmpty && !m_session.isWritable())
        m_staged->setText(tr("The profile is read-only. Allow writing to edit the tables."));
    else
        m_staged->setText(isEmpty ? QString() : words::tables(m_model->rowCount()));
    m_apply->setText(staged > 0 ? tr("Apply (%1)").arg(staged) : tr("Apply"));
    m_apply->setEnabled(staged > 0 && isWritable && !m_background.isBusy(QStringLiteral("save")));
    m_revert->setEnabled(staged > 0);
    m_actions.setReady("tables.apply", m_apply->isEnabled());
    m_actions.setReady("tables.revert", m_revert->isEnabled());
    m_bulk->setEnabled(isWritable && m_grid->view().selectionModel()->hasSelection());
    m_bulk->setVisible(!isEmpty);
    m_sql->setEnabled(staged > 0);
    m_grid->allowMoving(isWritable);
    const bool canMove = m_grid->canMove() && m_grid->selectedRows().size() == 1;
    m_actions.setReady("tables.filterRow", !isEmpty);
    m_actions.setReady("tables.raise", canMove);
    m_actions.setReady("tables.lower", canMove);
    m_actions.setReady("tables.toggle", m_bulk->isEnabled());
    m_actions.setReady("tables.bulk", m_bulk->isEnabled());
    m_actions.setReady("tables.sql", staged > 0);
    m_actions.setReady("tables.undo", isWritable && m_undo.canUndo());
    m_actions.setReady("tables.redo", isWritable && m_undo.canRedo());
    m_actions.setReady("tables.scan", hasPair && !m_session.isRunning());
}

void TablesPage::languageChanged()
{
    m_model->retranslate();
    m_grid->view().fitChoices();
    showState();
}

void TablesPage::apply()
{
    if (!m_apply->isEnabled())
        return;
    m_background.run(
        QStringLiteral("save"),
        [local = m_session.current()->local, rows = m_model->stagedRows()](const std::stop_token&) {
            return storeConfigs(local, rows);
        },
        [this](const Status& status) {
            if (!status.ok())
                return showErrorDialog(window(), status.error());
            m_model->accept();
            m_session.tellPairChanged();
        });
    showState();
}

void TablesPage::revert()
{
    m_model->revert();
}

void TablesPage::toggleSelection()
{
    const QList<int> rows = m_grid->selectedRows();
    if (rows.isEmpty())
        return;
    const bool isOn = m_model->configs()[static_cast<std::size_t>(rows.first())].enabled;
    m_model->setAll(rows, {{TableConfigModel::Enabled, !isOn}});
}

void TablesPage::bulkEdit()
{
    const QList<int> rows = m_grid->selectedRows();
    if (rows.isEmpty() || !m_bulk->isEnabled())
        return;
    auto* dialog = new BulkEditDialog(static_cast<int>(rows.size()), window());
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, rows] { m_model->setAll(rows, dialog->changes()); });
    connect(m_model, &QAbstractItemModel::modelReset, dialog, &QDialog::reject); // other rows now
    dialog->open();
}

void TablesPage::showSql()
{
    QByteArrayList statements;
    for (const TableConfig& row : m_model->stagedRows())
        statements << controlsql::updateConfig(row) + ';';
    if (!statements.isEmpty())
        showTextDialog(window(), tr("SQL of the changes"),
                       QString::fromUtf8(statements.join('\n')));
}

void TablesPage::takeUp(Remedy remedy, const QString& table)
{
    const bool isMine = remedy == Remedy::ShowTable || remedy == Remedy::LeaveOut;
    if (remedy == Remedy::SetUp) {
        m_navigator.show(id());
        scan();
    }
    const int row = m_model->rowOf(table);
    if (!isMine || row < 0)
        return;
    m_filter->clear();
    m_grid->clearFilterRow();
    m_navigator.show(id());
    m_grid->view().selectSourceRow(row);
    if (remedy == Remedy::LeaveOut)
        m_model->setData(m_model->index(row, TableConfigModel::Enabled), Qt::Unchecked,
                         Qt::CheckStateRole);
}

void TablesPage::scan()
{
    if (!m_session.current() || m_session.isRunning())
        return;
    auto* dialog = new ScanDialog(*m_session.current(), window());
    connect(dialog, &ScanDialog::initialised, &m_session, &Session::tellPairChanged);
    dialog->open();
}

} // namespace causeway
