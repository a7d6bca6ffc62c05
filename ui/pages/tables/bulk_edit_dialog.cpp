// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tables/bulk_edit_dialog.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSpinBox>

namespace causeway {
namespace {

constexpr int kAsItIs = -1;

} // namespace

BulkEditDialog::BulkEditDialog(int tables, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_priority(new QSpinBox(this))
    , m_change(button(this, "bulkChange", {}, "primary"))
{
    setObjectName(QStringLiteral("bulkEditDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(420);
    setWindowTitle(tr("Edit %1").arg(words::tables(tables)));
    auto* heading = plainLabel(this, "heading");
    heading->setText(windowTitle());
    auto* grid = tight(new QGridLayout, space::kOne);
    grid->setColumnStretch(1, 1);
    const QVariantList onOff{QVariant::fromValue(GridOption{1, tr("Enabled")}),
                             QVariant::fromValue(GridOption{0, tr("Disabled")})};
    addChoice(grid, TableConfigModel::Enabled, QT_TR_NOOP("Takes part"), onOff);
    addChoice(grid, TableConfigModel::Type, QT_TR_NOOP("Type"), words::syncTypeOptions());
    addChoice(grid, TableConfigModel::DirectionColumn, QT_TR_NOOP("Direction"),
              words::directionOptions());
    addChoice(grid, TableConfigModel::PolicyColumn, QT_TR_NOOP("Who wins a conflict"),
              words::policyOptions());
    m_priority->setObjectName(QStringLiteral("bulkPriority"));
    m_priority->setRange(kAsItIs, TableConfigModel::kMaxPriority);
    m_priority->setValue(kAsItIs);
    m_priority->setSpecialValueText(tr("as it is"));
    auto* caption = plainLabel(this, "muted");
    caption->setBuddy(m_priority);
    say(caption, QT_TR_NOOP("Priority"));
    grid->addWidget(caption, grid->rowCount(), 0);
    grid->addWidget(m_priority, grid->rowCount() - 1, 1);
    auto* cancel = button(this, "dialogCancel");
    say(cancel, QT_TR_NOOP("Cancel"));
    m_change->setText(tr("Change %1").arg(words::tables(tables)));
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_change);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kTwo);
    column->addWidget(heading);
    column->addLayout(grid);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_priority, &QSpinBox::valueChanged, this, &BulkEditDialog::check);
    check();
}

void BulkEditDialog::addChoice(QGridLayout* grid, TableConfigModel::Column column,
                               const char* caption, const QVariantList& options)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("bulk%1").arg(static_cast<int>(column)));
    box->addItem(tr("as it is"), kAsItIs);
    for (const QVariant& option : options) {
        const auto choice = option.value<GridOption>();
        box->addItem(choice.text, choice.value);
    }
    auto* label = plainLabel(this, "muted");
    label->setBuddy(box);
    say(label, caption);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(box, row, 1);
    m_choices.emplace(column, box);
    connect(box, &QComboBox::currentIndexChanged, this, &BulkEditDialog::check);
}

std::map<TableConfigModel::Column, QVariant> BulkEditDialog::changes() const
{
    std::map<TableConfigModel::Column, QVariant> chosen;
    for (const auto& [column, box] : m_choices) {
        if (box->currentData().toInt() != kAsItIs)
            chosen.emplace(column, box->currentData());
    }
    if (m_priority->value() != kAsItIs)
        chosen.emplace(TableConfigModel::Priority, m_priority->value());
    return chosen;
}

void BulkEditDialog::check()
{
    m_change->setEnabled(!changes().empty());
}

} // namespace causeway
