// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tables/scan_dialog.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {

ScanDialog::ScanDialog(const Profile& profile, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_profile(profile)
    , m_summary(wrappedLabel(this))
    , m_error(new ErrorCard(this))
    , m_createMissing(new QCheckBox(this))
    , m_statements(new QPlainTextEdit(this))
    , m_setUp(button(this, "scanExecute", QStringLiteral("check"), "primary"))
{
    setObjectName(QStringLiteral("scanDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 560);
    build();
    connect(m_createMissing, &QCheckBox::toggled, this, &ScanDialog::look);
    connect(m_setUp, &QPushButton::clicked, this, &ScanDialog::setUp);
    look();
}

void ScanDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne + 4);
    auto* heading = plainLabel(this, "heading");
    say(heading, QT_TR_NOOP("Scan both databases"));
    say([this] { setWindowTitle(tr("Scan both databases")); });
    say(m_createMissing, QT_TR_NOOP("Also create tables that only one side has on the other"));
    m_createMissing->setObjectName(QStringLiteral("createMissing"));
    m_summary->setObjectName(QStringLiteral("scanSummary"));
    m_statements->setObjectName(QStringLiteral("scanStatements"));
    m_statements->setReadOnly(true);
    m_statements->setLineWrapMode(QPlainTextEdit::NoWrap);
    setLook(m_statements, "code");
    name(m_statements, QT_TR_NOOP("Statements that will be executed"));
    m_error->clear();
    auto* cancel = button(this, "dialogCancel");
    say(cancel, QT_TR_NOOP("Close"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_setUp);
    column->addWidget(heading);
    column->addWidget(m_summary);
    column->addWidget(m_error);
    column->addWidget(m_createMissing);
    column->addWidget(m_statements, 1);
    column->addLayout(buttons);
}

void ScanDialog::look()
{
    m_hasReport = false;
    InitOptions options;
    options.createMissing = m_createMissing->isChecked();
    options.execute = false;
    m_background.run(
        QStringLiteral("scan"),
        [profile = m_profile, options](const std::stop_token& stop) {
            return initialisePair(profile, options, stop);
        },
        [this](const Result<InitReport>& report) { showReport(report); });
    showState();
}

void ScanDialog::showReport(const Result<InitReport>& report)
{
    m_hasReport = report.ok();
    if (report.ok()) {
        m_report = report.value();
        m_error->clear();
    } else {
        m_report = {};
        m_error->showError(report.error());
    }
    showState();
}

void ScanDialog::setUp()
{
    InitOptions options;
    options.createMissing = m_createMissing->isChecked();
    m_background.run(
        QStringLiteral("scan"),
        [profile = m_profile, options](const std::stop_token& stop) {
            return initialisePair(profile, options, stop);
        },
        [this](const Result<InitReport>& report) {
            if (!report.ok())
                return showReport(report);
            emit initialised();
            accept();
        });
    showState();
}

QString ScanDialog::statementsText() const
{
    QString text;
    for (const InitStatement& statement : m_report.statements)
        text += QStringLiteral("-- ") %
                words::sideName(statement.side, m_profile.side(statement.side)) %
                QLatin1Char('\n') % statement.sql.trimmed() % QStringLiteral(";\n\n");
    for (const QString& skipped : m_report.skippedTables)
        text += QStringLiteral("-- ") % skipped % QLatin1Char('\n');
    return text;
}

QString ScanDialog::summary() const
{
    if (m_background.isBusy())
        return tr("Looking at both databases…");
    if (!m_hasReport)
        return {};
    const int tables = static_cast<int>(m_report.configured.size());
    const int statements = static_cast<int>(m_report.statements.size());
    if (tables == 0 && statements == 0)
        return tr("Everything is set up already. Nothing has to be executed.");
    return tr("Statements to execute: %1. Tables that get settings: %2.")
        .arg(statements)
        .arg(tables);
}

void ScanDialog::showState()
{
    const int statements = static_cast<int>(m_report.statements.size());
    const bool isIdle = !m_background.isBusy();
    m_summary->setText(m_hasReport && m_profile.readOnly
                           ? summary() % QLatin1Char(' ') %
                                 tr("The profile is read-only: allow writing first.")
                           : summary());
    m_statements->setPlainText(m_hasReport ? statementsText() : QString());
    m_createMissing->setEnabled(isIdle);
    m_setUp->setText(tr("Set up"));
    m_setUp->setEnabled(isIdle && m_hasReport && !m_profile.readOnly &&
                        (statements > 0 || !m_report.configured.isEmpty()));
}

void ScanDialog::languageChanged()
{
    showState();
}

} // namespace causeway
