// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/result_view.h"

#include "models/outcome_model.h"
#include "models/words.h"
#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/sync/report_file.h"
#include "ui/pages/sync/report_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_list.h"
#include "ui/widgets/grid.h"

#include <QFileDialog>
#include <QFrame>
#include <QPushButton>
#include <QStyle>

namespace causeway {
namespace {

const char* cardOf(RunStatus status)
{
    switch (status) {
    case RunStatus::Success:
        return "goodCard";
    case RunStatus::Failed:
        return "errorCard";
    default:
        return "noteCard";
    }
}

} // namespace

ResultView::ResultView(QWidget* parent)
    : Translated<QWidget>(parent)
    , m_tables(new OutcomeModel(this))
    , m_card(new QFrame(this))
    , m_sentence(wrappedLabel(m_card, "heading"))
    , m_proof(wrappedLabel(m_card))
    , m_warnings(wrappedLabel(m_card, "muted"))
    , m_errors(new ErrorList(this))
    , m_grid(new GridView("resultTables", this))
    , m_conflicts(button(this, "reviewConflicts", QStringLiteral("conflicts"), "primary"))
    , m_history(button(this, "showHistory", QStringLiteral("history")))
    , m_save(button(this, "saveReport", QStringLiteral("save")))
    , m_again(button(this, "syncAgain", QStringLiteral("sync")))
{
    setObjectName(QStringLiteral("resultView"));
    build();
    connect(m_errors, &ErrorList::remedyWanted, this, &ResultView::remedyWanted);
    connect(m_conflicts, &QPushButton::clicked, this, &ResultView::conflictsWanted);
    connect(m_history, &QPushButton::clicked, this, &ResultView::historyWanted);
    connect(m_save, &QPushButton::clicked, this, &ResultView::chooseFile);
    connect(m_again, &QPushButton::clicked, this, &ResultView::againWanted);
}

void ResultView::build()
{
    m_sentence->setObjectName(QStringLiteral("resultSentence"));
    m_proof->setObjectName(QStringLiteral("verificationSentence"));
    m_grid->setModel(m_tables);
    m_grid->delegate().setPillColumn(OutcomeModel::Status);
    m_grid->setWidths({110, 88, 128, 128, 80, 80, 150, 76, 84}, OutcomeModel::Table);
    m_grid->setColumnHidden(OutcomeModel::Rows, true);
    m_grid->remember();
    name(m_grid, QT_TR_NOOP("What was done per table"));
    say(m_history, QT_TR_NOOP("Show in history"));
    say(m_save, QT_TR_NOOP("Save report…"));
    say(m_again, QT_TR_NOOP("Run again"));
    auto* words = new QVBoxLayout(m_card);
    words->setContentsMargins(space::kTwo, space::kOne + 4, space::kTwo, space::kOne + 4);
    words->setSpacing(space::kHalf);
    words->addWidget(m_sentence);
    words->addWidget(m_proof);
    words->addWidget(m_warnings);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addWidget(m_conflicts);
    buttons->addStretch(1);
    buttons->addWidget(m_history);
    buttons->addWidget(m_save);
    buttons->addWidget(m_again);
    auto* column = tight(new QVBoxLayout(this), space::kOne + 4);
    column->addWidget(m_card);
    column->addWidget(m_errors);
    column->addWidget(m_grid, 1);
    column->addLayout(buttons);
}

void ResultView::showReport(const SyncReport& report)
{
    m_report = report;
    m_tables->setReport(report);
    showErrors();
    showTexts();
}

void ResultView::showErrors()
{
    std::vector<std::pair<QString, Error>> errors;
    if (m_report.error && m_report.status != RunStatus::Cancelled)
        errors.emplace_back(QString(), *m_report.error);
    for (const TableOutcome& table : m_report.tables) {
        if (table.error && table.status != RunStatus::Cancelled)
            errors.emplace_back(table.table, *table.error);
    }
    m_errors->showErrors(errors);
}

void ResultView::showTexts()
{
    m_card->setObjectName(QLatin1String(cardOf(m_report.status)));
    m_card->style()->unpolish(m_card);
    m_card->style()->polish(m_card);
    m_sentence->setText(
        words::sentences({report_words::outcome(m_report), report_words::pause(m_report),
                          report_words::waiting(m_report)}));
    m_proof->setText(report_words::verification(m_report));
    m_proof->setVisible(!m_proof->text().isEmpty() && m_report.status != RunStatus::Failed);
    m_warnings->setText(m_report.warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!m_report.warnings.isEmpty());
    const qint64 open = m_report.openConflicts();
    m_conflicts->setVisible(open > 0);
    m_conflicts->setText(tr("Review %1").arg(words::conflicts(open)));
}

void ResultView::chooseFile()
{
    auto* dialog = new QFileDialog(window(), tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters{tr("Web page (*.html)"), tr("Markdown (*.md)"), tr("JSON (*.json)")};
    const QStringList endings{QStringLiteral("html"), QStringLiteral("md"), QStringLiteral("json")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(endings.first());
    dialog->selectFile(
        QStringLiteral("sync_report_%1.html")
            .arg(m_report.startedAt.toLocalTime().toString(QStringLiteral("yyyyMMdd_HHmmss"))));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, filters, endings](const QString& filter) {
                dialog->setDefaultSuffix(endings.value(filters.indexOf(filter)));
            });
    connect(dialog, &QFileDialog::fileSelected, this, &ResultView::saveTo);
    dialog->open();
}

void ResultView::saveTo(const QString& path)
{
    const Status saved = saveReport(m_report, path);
    if (!saved.ok())
        showErrorDialog(window(), saved.error());
}

void ResultView::languageChanged()
{
    m_tables->retranslate(); // the cards follow the language by themselves
    showTexts();
}

} // namespace causeway
