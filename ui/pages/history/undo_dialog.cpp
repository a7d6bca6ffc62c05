// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/undo_dialog.h"

#include "models/words.h"
#include "sync/row/row_json.h"
#include "ui/base/operator_name.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/tag.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace causeway {
namespace {

enum Column { Name, OnRemote, OnLocal, Left };
constexpr int kCountsWidth = 140;

QString keyText(const RowImage& key)
{
    QStringList parts;
    for (qsizetype i = 0; i < key.columns.size(); ++i)
        parts << key.columns[i] + u'=' + cellToDisplay(key.cells[static_cast<std::size_t>(i)]);
    return parts.join(u", ");
}

} // namespace

UndoDialog::UndoDialog(const Profile& profile, const QString& runId, const QString& run,
                       QWidget* parent)
    : Translated<QDialog>(parent)
    , m_profile(profile)
    , m_runId(runId)
    , m_run(run)
    , m_error(new ErrorCard(this))
    , m_situation(wrappedLabel(this))
    , m_tree(new QTreeWidget(this))
    , m_consequence(wrappedLabel(this, "muted"))
    , m_demand(wrappedLabel(this))
    , m_typed(new QLineEdit(this))
    , m_cancel(button(this, "dialogCancel"))
    , m_act(button(this, "undoExecute", {}, "danger"))
{
    setObjectName(QStringLiteral("undoDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(720, 520);
    build();
    connect(m_typed, &QLineEdit::textChanged, this, &UndoDialog::showState);
    connect(m_act, &QPushButton::clicked, this, &UndoDialog::act);
    connect(m_cancel, &QPushButton::clicked, this, &UndoDialog::reject);
    look();
}

void UndoDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne + 4);
    auto* heading = plainLabel(this, "heading");
    say([this, heading] {
        setWindowTitle(tr("Undo a run"));
        heading->setText(tr("Undo the run of %1").arg(m_run));
    });
    auto* tag = new Tag(this);
    tag->setEnvironment(m_profile.environment);
    auto* head = tight(new QHBoxLayout, space::kOne);
    head->addWidget(heading);
    head->addWidget(tag);
    head->addStretch(1);
    m_error->clear();
    m_situation->setObjectName(QStringLiteral("undoSituation"));
    m_tree->setObjectName(QStringLiteral("undoTables"));
    m_tree->setColumnCount(4);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (const int counts : {OnRemote, OnLocal, Left})
        m_tree->header()->resizeSection(counts, kCountsWidth);
    name(m_tree, QT_TR_NOOP("What is put back, by table"));
    m_typed->setObjectName(QStringLiteral("typeToConfirm"));
    name(m_typed, QT_TR_NOOP("Name of the profile, to confirm"));
    column->addLayout(head);
    column->addWidget(m_error);
    column->addWidget(m_situation);
    column->addWidget(m_tree, 1);
    column->addWidget(m_consequence);
    column->addWidget(m_demand);
    column->addWidget(m_typed);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_act);
    column->addLayout(buttons);
}

void UndoDialog::look()
{
    m_background.run(
        QStringLiteral("undo"),
        [profile = m_profile, run = m_runId](const std::stop_token& stop) {
            return undoRun(profile, run, true, {}, stop);
        },
        [this](const Result<UndoReport>& preview) { showPreview(preview); });
    showState();
}

void UndoDialog::showPreview(const Result<UndoReport>& preview)
{
    if (preview.ok())
        m_report = preview.value();
    else
        m_error->showError(preview.error());
    fillTree();
    showState();
}

void UndoDialog::act()
{
    if (!m_act->isEnabled())
        return;
    m_working = true;
    m_background.run(
        QStringLiteral("undo"),
        [profile = m_profile, run = m_runId, stop = m_stop.get_token()](const std::stop_token&) {
            return undoRun(profile, run, false, operatorName(), stop);
        },
        [this](const Result<UndoReport>& report) { finish(report); });
    showState();
}

void UndoDialog::finish(const Result<UndoReport>& report)
{
    m_working = false;
    m_stop = {};
    emit undone(); // also when it was cut off: some rows may be back
    if (report.ok()) {
        m_report = report.value();
    } else {
        m_error->showError(report.error());
        m_typed->clear();
    }
    fillTree();
    showState();
}

void UndoDialog::fillTree()
{
    m_tree->clear();
    m_tree->setHeaderLabels({tr("Table"), tr("On remote"), tr("On local"), tr("Left as it is")});
    if (!m_report)
        return;
    for (const UndoneTable& table : m_report->tables) {
        auto* item = new QTreeWidgetItem(
            m_tree, {table.table, words::counts(table.remote), words::counts(table.local),
                     table.leftRows > 0 ? QString::number(table.leftRows) : QString()});
        if (table.error) {
            auto* why = new QTreeWidgetItem(item, {table.error->message()});
            why->setFirstColumnSpanned(true);
            why->setToolTip(Name, table.error->message() + u'\n' + table.error->hint());
            item->setExpanded(true);
        }
        addLeftRows(item, table);
    }
}

void UndoDialog::addLeftRows(QTreeWidgetItem* item, const UndoneTable& table) const
{
    for (const LeftRow& row : table.left) {
        const QString why = row.why.isEmpty() ? tr("changed after the run") : row.why;
        const QString side = row.side == Side::Remote ? tr("remote") : tr("local");
        auto* line = new QTreeWidgetItem(item, {tr("%1, %2: %3").arg(side, keyText(row.key), why)});
        line->setFirstColumnSpanned(true);
        line->setToolTip(Name, line->text(Name));
    }
    if (table.leftRows > static_cast<qint64>(table.left.size()))
        new QTreeWidgetItem(item, {tr("and more")});
    item->setExpanded(item->isExpanded() || table.leftRows > 0);
}

qint64 UndoDialog::rowsToPutBack() const
{
    qint64 rows = 0;
    for (const UndoneTable& table : m_report ? m_report->tables : std::vector<UndoneTable>())
        rows += table.remote.total() + table.local.total();
    return rows;
}

bool UndoDialog::isWaiting() const
{
    return m_report && m_report->dryRun && !m_working && rowsToPutBack() > 0;
}

QString UndoDialog::situation() const
{
    if (m_working)
        return tr("Putting rows back…");
    if (m_background.isBusy())
        return tr("Looking at what the run wrote…");
    if (!m_report)
        return {};
    const QString rows = locale().toString(rowsToPutBack());
    if (!m_report->dryRun)
        return m_report->complete()
                   ? tr("Rows put back: %1.").arg(rows)
                   : tr("Rows put back: %1. Those listed were left as they are.").arg(rows);
    if (rowsToPutBack() == 0)
        return tr("Nothing is to be put back.");
    return tr("Rows that would be put back as they were before the run: %1.").arg(rows);
}

void UndoDialog::showState()
{
    const bool isTyped = m_typed->text().trimmed() == m_profile.name;
    m_situation->setText(situation());
    m_tree->setVisible(m_report && !m_report->tables.empty());
    m_consequence->setText(
        m_profile.readOnly
            ? tr("The profile is read-only: allow writing first.")
            : tr("Rows that were changed after the run are left alone. The next sync would do the "
                 "same again: change what caused it first (a policy, a direction, the rows "
                 "themselves), and mind the schedule."));
    m_consequence->setVisible(m_report.has_value());
    m_demand->setVisible(isWaiting());
    m_demand->setText(tr("Type “%1” to go on:").arg(m_profile.name));
    m_typed->setVisible(isWaiting());
    m_act->setText(tr("Undo the run"));
    m_act->setVisible(isWaiting() || m_working);
    m_act->setEnabled(isWaiting() && isTyped && !m_profile.readOnly);
    m_cancel->setText(m_working                       ? tr("Stop")
                      : m_report && !m_report->dryRun ? tr("Close")
                                                      : tr("Cancel"));
}

/// Never closes in the middle: what was put back so far is told first.
void UndoDialog::reject()
{
    if (m_working)
        m_stop.request_stop();
    else
        QDialog::reject();
}

void UndoDialog::languageChanged()
{
    fillTree();
    showState();
}

} // namespace causeway
