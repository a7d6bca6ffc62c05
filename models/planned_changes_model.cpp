// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/planned_changes_model.h"

#include "models/words.h"
#include "sync/row/row_json.h"

#include <QCoreApplication>

#include <array>

namespace causeway {
namespace {

constexpr std::array<const char*, PlannedChangesModel::ColumnCount> kTitles{
    QT_TRANSLATE_NOOP("PlannedChangesModel", "Table"),
    QT_TRANSLATE_NOOP("PlannedChangesModel", "Direction"),
    QT_TRANSLATE_NOOP("PlannedChangesModel", "Action"),
    QT_TRANSLATE_NOOP("PlannedChangesModel", "Row"),
    QT_TRANSLATE_NOOP("PlannedChangesModel", "Values")};

constexpr std::array<const char*, ChangeFieldsModel::ColumnCount> kFieldTitles{
    QT_TRANSLATE_NOOP("ChangeFieldsModel", "Column"),
    QT_TRANSLATE_NOOP("ChangeFieldsModel", "Before"),
    QT_TRANSLATE_NOOP("ChangeFieldsModel", "After")};

constexpr qsizetype kSummaryLength = 200;

QString arrow(Side target)
{
    return words::of(otherSide(target)) % QStringLiteral(" → ") % words::of(target);
}

const Cell* find(const std::optional<RowImage>& row, const QString& column)
{
    return row ? row->find(column) : nullptr;
}

QString shown(const Cell* cell)
{
    return cell ? cellToDisplay(*cell) : QStringLiteral("—");
}

bool isChanged(const PlannedChange& change, const QString& column)
{
    const Cell* before = find(change.before, column);
    const Cell* after = find(change.after, column);
    return (before == nullptr) != (after == nullptr) || (before && *before != *after);
}

QString summary(const PlannedChange& change)
{
    const std::optional<RowImage>& row = change.after ? change.after : change.before;
    QStringList parts;
    qsizetype length = 0;
    for (const QString& column : row ? row->columns : QStringList()) {
        if (change.key.columns.contains(column) || !isChanged(change, column))
            continue;
        const QString value =
            change.action == RowAction::Update
                ? QString(shown(find(change.before, column)) % QStringLiteral(" → ") %
                          shown(find(change.after, column)))
                : shown(row->find(column));
        parts << column % QStringLiteral(": ") % value;
        length += parts.last().size();
        if (length > kSummaryLength)
            break;
    }
    return parts.join(QStringLiteral("; ")).left(kSummaryLength + 20).simplified();
}

Tone toneOf(RowAction action)
{
    switch (action) {
    case RowAction::Insert:
        return Tone::Good;
    case RowAction::Update:
        return Tone::Edited;
    case RowAction::Delete:
        return Tone::Bad;
    }
    return Tone::Plain;
}

} // namespace

void PlannedChangesModel::setReport(const SyncReport& report)
{
    beginResetModel();
    m_lines.clear();
    for (const TableOutcome& table : report.tables) {
        for (const PlannedChange& change : table.changes)
            m_lines.push_back({table.table, change});
    }
    choose(QString());
    endResetModel();
}

void PlannedChangesModel::showTable(const QString& table)
{
    beginResetModel();
    choose(table);
    endResetModel();
}

void PlannedChangesModel::choose(const QString& table)
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (table.isEmpty() || m_lines[i].table == table)
            m_shown.push_back(i);
    }
}

const PlannedChange* PlannedChangesModel::changeAt(int row) const
{
    return row < 0 || row >= recordCount() ? nullptr : &line(row).change;
}

QVariant PlannedChangesModel::cell(int row, int column, int role) const
{
    const PlannedChange& change = line(row).change;
    if (role == ToneRole) {
        if (column == Action)
            return static_cast<int>(toneOf(change.action));
        if (column == DirectionColumn)
            return static_cast<int>(change.target == Side::Local ? Tone::Remote : Tone::Local);
        return static_cast<int>(Tone::Plain);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Table:
        return line(row).table;
    case DirectionColumn:
        return arrow(change.target);
    case Action:
        return words::of(change.action);
    case Key:
        return words::key(change.key);
    default:
        return summary(change);
    }
}

QString PlannedChangesModel::title(int column) const
{
    return QCoreApplication::translate("PlannedChangesModel",
                                       kTitles[static_cast<std::size_t>(column)]);
}

void ChangeFieldsModel::setChange(const PlannedChange* change)
{
    beginResetModel();
    m_columns.clear();
    m_change.reset();
    if (change) {
        m_change = *change;
        const std::optional<RowImage>& row = change->after ? change->after : change->before;
        m_columns = row ? row->columns : change->key.columns;
    }
    endResetModel();
}

QVariant ChangeFieldsModel::cell(int row, int column, int role) const
{
    const QString& name = m_columns.at(row);
    if (role == ToneRole) {
        if (!isChanged(*m_change, name))
            return static_cast<int>(Tone::Quiet);
        if (column == After)
            return static_cast<int>(toneOf(m_change->action));
        return static_cast<int>(Tone::Plain);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (column == Name)
        return name;
    return shown(find(column == Before ? m_change->before : m_change->after, name));
}

QString ChangeFieldsModel::title(int column) const
{
    return QCoreApplication::translate("ChangeFieldsModel",
                                       kFieldTitles[static_cast<std::size_t>(column)]);
}

} // namespace causeway
