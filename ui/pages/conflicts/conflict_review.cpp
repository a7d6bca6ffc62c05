// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/conflict_review.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/conflicts/field_diff.h"
#include "ui/pages/conflicts/parent_preview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/grid.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSortFilterProxyModel>

namespace causeway {
namespace {

/// Leaves out the columns on which both sides agree.
class EqualFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setShowEqual(bool show)
    {
        m_showEqual = show;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const auto* fields = qobject_cast<const ConflictFieldsModel*>(sourceModel());
        return m_showEqual || !fields || !fields->isEqualField(row);
    }

private:
    bool m_showEqual = false;
};

QString presence(const ConflictRow& conflict)
{
    if (!conflict.remote)
        return ConflictReview::tr(
            "The row is not there on remote: taking remote deletes it on local.");
    if (!conflict.local)
        return ConflictReview::tr(
            "The row is not there on local: taking local deletes it on remote.");
    if (!conflict.base)
        return ConflictReview::tr("No base recorded for this row, so this is a two-way view.");
    return {};
}

} // namespace

ConflictReview::ConflictReview(QWidget* parent)
    : Translated<QWidget>(parent)
    , m_fields(new ConflictFieldsModel(this))
    , m_folded(new EqualFilter(this))
    , m_grid(new GridView("conflictFields", this))
    , m_diff(new FieldDiff(this))
    , m_parents(new ParentPreview(this))
    , m_title(plainLabel(this, "heading", true))
    , m_sentence(wrappedLabel(this, "muted"))
    , m_problem(wrappedLabel(this, "bad"))
    , m_showEqual(new QCheckBox(this))
    , m_takeRemote(button(this, "takeRemote", {}, "remote"))
    , m_takeLocal(button(this, "takeLocal", {}, "local"))
    , m_takeBase(button(this, "takeBase"))
    , m_clear(button(this, "clearDecision", QStringLiteral("undo")))
    , m_accept(button(this, "acceptConflict", QStringLiteral("next")))
{
    build();
    connect(m_fields, &ConflictFieldsModel::resultChanged, this, &ConflictReview::showTexts);
    connect(m_grid, &GridView::currentRowChanged, this, &ConflictReview::showDiff);
    connect(m_grid, &GridView::currentRowChanged, this, &ConflictReview::showParents);
    connect(m_fields, &ConflictFieldsModel::resultChanged, this, &ConflictReview::showParents);
    connect(m_showEqual, &QCheckBox::toggled, this, &ConflictReview::fold);
    connect(m_takeRemote, &QPushButton::clicked, this, &ConflictReview::remoteWanted);
    connect(m_takeLocal, &QPushButton::clicked, this, &ConflictReview::localWanted);
    connect(m_takeBase, &QPushButton::clicked, this, &ConflictReview::baseWanted);
    connect(m_clear, &QPushButton::clicked, this, &ConflictReview::clearWanted);
    connect(m_accept, &QPushButton::clicked, this, &ConflictReview::acceptWanted);
    showTexts();
}

void ConflictReview::build()
{
    m_folded->setSourceModel(m_fields);
    m_grid->setModel(m_folded);
    m_grid->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setWidths({104, 56, 110, 120, 120, 120}, ConflictFieldsModel::ResultColumn);
    m_title->setObjectName(QStringLiteral("conflictTitle"));
    m_showEqual->setObjectName(QStringLiteral("showEqual"));
    m_problem->setObjectName(QStringLiteral("conflictProblem"));
    name(m_grid, QT_TR_NOOP("Columns of the conflict"));
    say(m_takeRemote, QT_TR_NOOP("Take remote"));
    say(m_takeLocal, QT_TR_NOOP("Take local"));
    say(m_takeBase, QT_TR_NOOP("Take base"));
    tip(m_takeBase, QT_TR_NOOP("What both sides held when they last agreed (Ctrl+1)"));
    say(m_clear, QT_TR_NOOP("Clear decision"));
    say(m_accept, QT_TR_NOOP("Accept and next"));
    tip(m_takeRemote, QT_TR_NOOP("The remote row becomes the result (Ctrl+2)"));
    tip(m_takeLocal, QT_TR_NOOP("The local row becomes the result (Ctrl+3)"));
    tip(m_accept, QT_TR_NOOP("Keep this decision and go to the next conflict (Ctrl+Enter)"));
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addWidget(m_takeRemote);
    buttons->addWidget(m_takeLocal);
    buttons->addWidget(m_takeBase);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    buttons->addWidget(m_accept);
    auto* column = tight(new QVBoxLayout(this), space::kOne);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_problem);
    column->addWidget(m_grid, 1);
    column->addWidget(m_diff);
    column->addWidget(m_parents);
    column->addWidget(m_showEqual);
    column->addLayout(buttons);
}

void ConflictReview::setSides(const QString& remote, const QString& local)
{
    m_remoteName = remote;
    m_localName = local;
    showTexts();
}

void ConflictReview::showConflict(const ConflictRow& conflict, const ConflictDecision* decision,
                                  const QString& problem)
{
    m_fields->setConflict(conflict, decision);
    m_problemText = problem;
    m_grid->setColumnHidden(ConflictFieldsModel::Base, !m_fields->hasBase());
    showDiff();
    showParents();
    showTexts();
}

void ConflictReview::clear()
{
    m_fields->clear();
    m_diff->clear();
    m_parents->clear();
    m_problemText.clear();
    showTexts();
}

void ConflictReview::setLocked(bool locked)
{
    m_isLocked = locked;
    m_grid->setEditTriggers(locked ? QAbstractItemView::NoEditTriggers
                                   : QAbstractItemView::DoubleClicked |
                                         QAbstractItemView::EditKeyPressed |
                                         QAbstractItemView::AnyKeyPressed);
    showTexts();
}

void ConflictReview::showTexts()
{
    const auto& conflict = m_fields->conflict();
    const bool canDecide = conflict && !m_isLocked;
    m_title->setText(conflict ? conflict->table % QStringLiteral(" · ") % words::key(conflict->key)
                              : QString());
    QStringList sentences;
    if (conflict)
        sentences << tr("%1.", "end of a sentence").arg(words::of(conflict->kind))
                  << presence(*conflict) << conflict->message;
    if (const int merged = m_fields->proposedFields(); merged > 0)
        sentences
            << tr("Changed on one side only and merged in advance: %1.").arg(words::number(merged));
    m_sentence->setText(words::sentences(sentences));
    const int equal = m_fields->equalFields();
    m_showEqual->setText(tr("Show equal columns (%1)").arg(equal));
    m_showEqual->setVisible(conflict && equal > 0 && m_fields->canMerge());
    m_takeRemote->setEnabled(canDecide);
    m_takeLocal->setEnabled(canDecide);
    m_takeBase->setVisible(m_fields->hasBase() && m_fields->canMerge());
    m_takeBase->setEnabled(canDecide);
    const QString value = m_fields->valueProblem();
    m_problem->setText(value.isEmpty() ? m_problemText : value);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_clear->setEnabled(canDecide);
    m_accept->setEnabled(canDecide && m_fields->decision().has_value());
    m_takeRemote->setAccessibleDescription(m_remoteName);
    m_takeLocal->setAccessibleDescription(m_localName);
}

void ConflictReview::showDiff()
{
    const int row = m_grid->currentSourceRow();
    if (row < 0 || !m_fields->canMerge() || m_fields->isEqualField(row))
        return m_diff->clear();
    m_diff->showValues(m_fields->valueAt(row, Side::Remote), m_fields->valueAt(row, Side::Local));
}

void ConflictReview::fold()
{
    static_cast<EqualFilter*>(m_folded)->setShowEqual(m_showEqual->isChecked());
}

bool ConflictReview::isFieldFocused() const
{
    return m_grid->hasFocus() && m_grid->currentSourceRow() >= 0 && m_fields->canMerge();
}

void ConflictReview::takeField(Side side)
{
    m_fields->takeField(m_grid->currentSourceRow(), side);
}

void ConflictReview::take(Side side)
{
    m_fields->takeRow(side);
}

void ConflictReview::takeBase()
{
    m_fields->takeBase(isFieldFocused() ? m_grid->currentSourceRow() : -1);
}

void ConflictReview::describe(const Profile& profile, const QString& table)
{
    if (table == m_described)
        return;
    m_described = table;
    m_profile = profile;
    setTable({});
    m_background.run(
        QStringLiteral("columns"),
        [profile, table](const std::stop_token& stop) {
            return describeTable(profile, table, stop);
        },
        [this](const Result<TableFacts>& facts) {
            if (facts.ok())
                setTable(facts.value());
        });
}

void ConflictReview::forgetTable()
{
    m_background.drop(QStringLiteral("columns"));
    m_described.clear();
    setTable({});
}

void ConflictReview::setTable(const std::optional<TableFacts>& facts)
{
    std::vector<ColumnSchema> columns;
    m_references.clear();
    for (const auto* side : {facts ? &facts->remote : nullptr, facts ? &facts->local : nullptr}) {
        if (!side || !side->has_value())
            continue;
        columns.insert(columns.end(), (*side)->columns.begin(), (*side)->columns.end());
        for (const ForeignKeySchema& key : (*side)->foreignKeys)
            m_references << key.columns;
    }
    m_fields->setColumns(columns);
    showParents();
    showTexts();
}

/// Of the column that is current, when it refers to something.
void ConflictReview::showParents()
{
    const int row = m_grid->currentSourceRow();
    const auto& conflict = m_fields->conflict();
    const QString column =
        row < 0 ? QString() : m_fields->index(row, ConflictFieldsModel::Name).data().toString();
    if (!conflict || !m_references.contains(column, Qt::CaseInsensitive))
        return m_parents->clear();
    ParentPreview::Question question{m_profile, conflict->table, column, {}};
    for (const std::optional<RowImage>& version :
         {conflict->remote, conflict->local, std::optional(m_fields->resultRow())}) {
        if (version)
            question.versions.push_back(*version);
    }
    m_parents->ask(question);
}

bool ConflictReview::isBusy() const
{
    return m_background.isBusy() || m_parents->isBusy();
}

void ConflictReview::setNull()
{
    m_fields->setNull(m_grid->currentSourceRow());
}

void ConflictReview::languageChanged()
{
    m_fields->retranslate();
    showTexts();
}

} // namespace causeway
