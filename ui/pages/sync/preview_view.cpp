// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/preview_view.h"

#include "models/outcome_model.h"
#include "models/planned_changes_model.h"
#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/sync/preview_choice.h"
#include "ui/pages/sync/report_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_list.h"
#include "ui/widgets/grid.h"

#include <QPushButton>
#include <QSplitter>

namespace causeway {

PreviewView::PreviewView(QWidget* parent)
    : Translated<QWidget>(parent)
    , m_choice(new PreviewChoice(this))
    , m_tables(new OutcomeModel(this))
    , m_changes(new PlannedChangesModel(this))
    , m_fields(new ChangeFieldsModel(this))
    , m_plan(wrappedLabel(this, "heading"))
    , m_deletions(wrappedLabel(this, "bad"))
    , m_reason(wrappedLabel(this, "muted"))
    , m_rowsTitle(plainLabel(this, "muted"))
    , m_errors(new ErrorList(this))
    , m_tableGrid(new GridView("previewTables", this))
    , m_changeGrid(new GridView("previewChanges", this))
    , m_fieldGrid(new GridView("previewFields", this))
    , m_run(button(this, "runPreviewed", QStringLiteral("sync"), "primary"))
{
    setObjectName(QStringLiteral("previewView"));
    build();
    connect(m_errors, &ErrorList::remedyWanted, this, &PreviewView::remedyWanted);
    connect(m_choice, &PreviewChoice::changed, this, &PreviewView::showChoice);
    connect(m_tables, &OutcomeModel::checksChanged, this, &PreviewView::showChoice);
    connect(m_run, &QPushButton::clicked, this, &PreviewView::runWanted);
    connect(m_tableGrid, &GridView::currentRowChanged, this, &PreviewView::showRowsOfTable);
    connect(m_changeGrid, &GridView::currentRowChanged, this, &PreviewView::showFields);
}

void PreviewView::build()
{
    m_plan->setObjectName(QStringLiteral("planSentence"));
    m_deletions->setObjectName(QStringLiteral("deletionSentence"));
    m_tables->setCheckable(true);
    m_tableGrid->setModel(m_tables);
    m_tableGrid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tableGrid->setWidths({120, 84, 124, 124, 80, 76}, OutcomeModel::Table);
    for (const int column : {OutcomeModel::Rows, OutcomeModel::Verified, OutcomeModel::Duration})
        m_tableGrid->setColumnHidden(column, true);
    m_changeGrid->setModel(m_changes);
    m_changeGrid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_changeGrid->setWidths({84, 116, 64, 84, 80}, PlannedChangesModel::Key);
    m_changeGrid->setColumnHidden(PlannedChangesModel::Change, true); // the fields stand beside
    m_fieldGrid->setModel(m_fields);
    m_fieldGrid->setWidths({84, 104, 110}, ChangeFieldsModel::After);
    name(m_tableGrid, QT_TR_NOOP("What would be done per table"));
    name(m_changeGrid, QT_TR_NOOP("Rows that would be written"));
    name(m_fieldGrid, QT_TR_NOOP("Values before and after"));
    auto* head = tight(new QHBoxLayout, space::kTwo);
    auto* sentences = tight(new QVBoxLayout, space::kHalf);
    sentences->addWidget(m_plan);
    sentences->addWidget(m_deletions);
    sentences->addWidget(m_reason);
    head->addLayout(sentences, 1);
    head->addWidget(m_run, 0, Qt::AlignTop);
    auto* rows = new QSplitter(Qt::Horizontal, this);
    rows->setHandleWidth(space::kOne);
    rows->setChildrenCollapsible(false);
    rows->addWidget(m_changeGrid);
    rows->addWidget(m_fieldGrid);
    rows->setStretchFactor(0, 5);
    rows->setStretchFactor(1, 4);
    rows->setSizes({430, 350});
    rememberSplitter(rows, "previewRowsSplitter");
    auto* lower = new QWidget(this);
    auto* lowerColumn = tight(new QVBoxLayout(lower), space::kHalf);
    lowerColumn->addWidget(m_rowsTitle);
    lowerColumn->addWidget(rows, 1);
    m_body = new QSplitter(Qt::Vertical, this);
    m_body->setHandleWidth(space::kOne);
    m_body->setChildrenCollapsible(false);
    m_body->addWidget(m_tableGrid);
    m_body->addWidget(lower);
    m_body->setSizes({260, 320});
    rememberSplitter(m_body, "previewSplitter");
    auto* column = tight(new QVBoxLayout(this), space::kOne);
    column->addLayout(head);
    column->addWidget(m_choice);
    column->addWidget(m_errors);
    column->addWidget(m_body, 1);
    column->addStretch(0);
}

void PreviewView::showReport(const SyncReport& report, const SyncRequest& request,
                             const Profile& profile)
{
    m_report = report;
    m_request = request;
    m_choice->showReport(report, request.skipped);
    m_profile = profile;
    m_tables->setReport(report);
    m_changes->setReport(report);
    m_fields->setChange(nullptr);
    m_tableGrid->clearSelection();
    m_tableGrid->setCurrentIndex({});
    showErrors();
    showTexts();
    showRowsOfTable();
    m_changeGrid->selectSourceRow(0);
}

void PreviewView::showErrors()
{
    std::vector<std::pair<QString, Error>> errors;
    if (m_report.error)
        errors.emplace_back(QString(), *m_report.error);
    for (const TableOutcome& table : m_report.tables) {
        if (table.error)
            errors.emplace_back(table.table, *table.error);
    }
    m_errors->showErrors(errors);
}

void PreviewView::showTexts()
{
    const SyncReport chosen = chosenReport();
    const qint64 rows = report_words::rowsToWrite(chosen);
    const QStringList deletions = report_words::deletions(chosen, m_profile);
    const qint64 leftOut = report_words::rowsToWrite(m_report) - rows;
    m_plan->setText(words::sentences(
        {report_words::plan(chosen, m_profile),
         leftOut > 0 ? tr("Left out: %1, which stay pending.").arg(words::rows(leftOut))
                     : QString()}));
    m_deletions->setText(words::sentences(deletions));
    m_deletions->setVisible(!deletions.isEmpty());
    m_run->setVisible(!m_report.error);
    m_body->setVisible(!m_report.error || !m_report.tables.empty());
    m_run->setEnabled(m_canRun && (!chosen.tables.empty() || m_report.tables.empty()));
    m_run->setText(rows > 0 ? tr("Write %1").arg(words::rows(rows)) : tr("Sync now"));
}

void PreviewView::showChoice()
{
    m_tables->setSkipped(m_choice->skipped());
    showTexts();
    emit choiceChanged();
}

SyncRequest PreviewView::chosen() const
{
    SyncRequest chosen = m_request;
    chosen.skipped = m_choice->skipped();
    const QStringList unchecked = m_tables->uncheckedTables();
    if (unchecked.isEmpty())
        return chosen;
    chosen.tables.clear();
    for (const TableOutcome& table : m_report.tables) {
        if (!unchecked.contains(table.table))
            chosen.tables << table.table;
    }
    return chosen;
}

SyncReport PreviewView::chosenReport() const
{
    SyncReport chosen = m_report;
    chosen.tables.clear();
    const QStringList unchecked = m_tables->uncheckedTables();
    const SkippedKinds skipped = m_choice->skipped();
    for (const TableOutcome& table : m_report.tables) {
        if (unchecked.contains(table.table))
            continue;
        TableOutcome& kept = chosen.tables.emplace_back(table);
        kept.changes.clear();
        kept.remoteToLocal = causeway::kept(table, Side::Local, skipped);
        kept.localToRemote = causeway::kept(table, Side::Remote, skipped);
    }
    return chosen;
}

void PreviewView::setCanRun(bool canRun, const QString& reason)
{
    m_canRun = canRun;
    showTexts();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void PreviewView::showRowsOfTable()
{
    const TableOutcome* table = m_tables->outcomeAt(m_tableGrid->currentSourceRow());
    m_changes->showTable(table ? table->table : QString());
    QString title = table ? tr("Rows of %1").arg(table->table) : tr("Rows of all tables");
    if (table && table->changesTruncated)
        title += QStringLiteral(" · ") %
                 tr("only the first %1 are listed").arg(words::number(m_changes->rowCount()));
    m_rowsTitle->setText(title);
    m_changeGrid->selectSourceRow(0);
    showFields();
}

void PreviewView::showFields()
{
    m_fields->setChange(m_changes->changeAt(m_changeGrid->currentSourceRow()));
}

void PreviewView::languageChanged()
{
    m_tables->retranslate();
    m_changes->retranslate();
    m_fields->retranslate(); // the cards follow the language by themselves
    showTexts();
    showRowsOfTable();
}

} // namespace causeway
