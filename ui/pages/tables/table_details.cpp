// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tables/table_details.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/grid.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace causeway {

TableDetails::TableDetails(QWidget* parent)
    : Translated<QWidget>(parent)
    , m_model(new StructureModel(this))
    , m_title(plainLabel(this, "heading", true))
    , m_rows(plainLabel(this, nullptr, true))
    , m_synced(plainLabel(this, "muted", true))
    , m_structure(plainLabel(this, "muted"))
    , m_problem(new ErrorCard(this))
    , m_grid(new GridView("structureGrid", this))
{
    m_title->setObjectName(QStringLiteral("tableDetailsTitle"));
    m_rows->setObjectName(QStringLiteral("tableDetailsRows"));
    m_structure->setObjectName(QStringLiteral("tableDetailsStructure"));
    m_problem->clear();
    m_problem->offerRemedies();
    m_grid->setModel(m_model);
    m_grid->setWidths({84, 170, 330, 250, 130}, StructureModel::LocalText);
    m_grid->remember();
    name(m_grid, QT_TR_NOOP("Structure of the table on both sides"));
    auto* head = tight(new QHBoxLayout, space::kTwo);
    head->addWidget(m_title);
    head->addWidget(m_rows);
    head->addStretch(1);
    head->addWidget(m_synced);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::kOne, 0, 0);
    column->setSpacing(space::kOne);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_structure);
    column->addWidget(m_grid, 1);
    connect(m_problem, &ErrorCard::remedyWanted, this, &TableDetails::remedyWanted);
    clear();
}

void TableDetails::showTable(const Profile& profile, const TableConfig& config, bool again)
{
    const bool isSame = m_config && m_config->table == config.table && m_profile == profile;
    m_config = config;
    m_profile = profile;
    show();
    if (isSame && !again)
        return showState();
    if (!isSame) {
        m_facts.reset();
        m_model->setParts({});
        m_problem->clear();
    }
    m_background.run(
        QStringLiteral("facts"),
        [profile, table = config.table](const std::stop_token& stop) {
            return examineTable(profile, table, stop);
        },
        [this](const Result<TableFacts>& facts) { showFacts(facts); });
    showState();
}

void TableDetails::clear()
{
    m_background.drop(QStringLiteral("facts"));
    m_config.reset();
    m_facts.reset();
    m_model->setParts({});
    hide();
}

void TableDetails::showFacts(const Result<TableFacts>& facts)
{
    m_facts.reset();
    m_problem->clear();
    if (!facts.ok()) {
        m_model->setParts({});
        m_problem->showError(facts.error(), m_config->table);
        return showState();
    }
    m_facts = facts.value();
    m_model->setParts(structureParts(*m_facts));
    if (m_facts->problem)
        m_problem->showError(*m_facts->problem, m_config->table);
    showState();
}

QString TableDetails::rowsText() const
{
    if (!m_facts)
        return m_background.isBusy() ? tr("Looking at both sides…") : QString();
    const auto side = [](Side which, const std::optional<TableSchema>& schema, qint64 count) {
        return tr("%1: %2").arg(words::of(which),
                                schema ? words::rows(count) : tr("no such table"));
    };
    return side(Side::Remote, m_facts->remote, m_facts->remoteRows) % QStringLiteral("   ") %
           side(Side::Local, m_facts->local, m_facts->localRows);
}

QString TableDetails::structureText() const
{
    if (!m_facts)
        return {};
    if (m_model->differences() == 0)
        return tr("The structures are the same.");
    return tr("Differences in structure: %1").arg(words::number(m_model->differences()));
}

void TableDetails::showState()
{
    if (!m_config)
        return;
    m_title->setText(m_config->table);
    m_rows->setText(rowsText());
    m_synced->setText(m_config->lastSyncTime
                          ? tr("Last sync: %1").arg(words::moment(*m_config->lastSyncTime))
                          : tr("Never synced"));
    m_structure->setText(structureText());
    m_structure->setVisible(m_facts.has_value());
}

void TableDetails::languageChanged()
{
    m_model->retranslate();
    showState();
}

} // namespace causeway
