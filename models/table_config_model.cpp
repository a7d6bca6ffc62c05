// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_config_model.h"

#include "models/priority_order.h"
#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace causeway {
namespace {

constexpr std::array<const char*, TableConfigModel::ColumnCount> kTitles{
    QT_TRANSLATE_NOOP("TableConfigModel", "Enabled"),
    QT_TRANSLATE_NOOP("TableConfigModel", "Table"),
    QT_TRANSLATE_NOOP("TableConfigModel", "Type"),
    QT_TRANSLATE_NOOP("TableConfigModel", "Direction"),
    QT_TRANSLATE_NOOP("TableConfigModel", "Conflicts"),
    QT_TRANSLATE_NOOP("TableConfigModel", "Priority"),
    QT_TRANSLATE_NOOP("TableConfigModel", "Last sync")};

constexpr std::array<const char*, TableConfigModel::ColumnCount> kFields{
    "sync_enabled",        "table_name", "sync_type",     "sync_direction",
    "conflict_resolution", "priority",   "last_sync_time"};

QVariant editValue(const TableConfig& row, int column)
{
    switch (column) {
    case TableConfigModel::Enabled:
        return row.enabled;
    case TableConfigModel::Type:
        return static_cast<int>(row.type);
    case TableConfigModel::DirectionColumn:
        return static_cast<int>(row.direction);
    case TableConfigModel::PolicyColumn:
        return static_cast<int>(row.policy);
    case TableConfigModel::Priority:
        return row.priority;
    default:
        return {};
    }
}

/// As the database holds it, where that reads otherwise.
QVariant rawText(const TableConfig& row, int column)
{
    switch (column) {
    case TableConfigModel::Type:
        return toText(row.type);
    case TableConfigModel::DirectionColumn:
        return toText(row.direction);
    case TableConfigModel::PolicyColumn:
        return toText(row.policy);
    case TableConfigModel::LastSync:
        return row.lastSyncTime ? row.lastSyncTime->toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                                : QString();
    default:
        return {};
    }
}

QString displayText(const TableConfig& row, int column)
{
    switch (column) {
    case TableConfigModel::Table:
        return row.table;
    case TableConfigModel::Type:
        return words::of(row.type);
    case TableConfigModel::DirectionColumn:
        return words::of(row.direction);
    case TableConfigModel::PolicyColumn:
        return words::of(row.policy);
    case TableConfigModel::Priority:
        return QString::number(row.priority);
    case TableConfigModel::LastSync:
        return words::moment(row.lastSyncTime.value_or(QDateTime()));
    default:
        return {};
    }
}

QVariant sortValue(const TableConfig& row, int column)
{
    if (column == TableConfigModel::LastSync)
        return row.lastSyncTime.value_or(QDateTime());
    const QVariant value = editValue(row, column);
    return value.isValid() ? value : QVariant(displayText(row, column));
}

QVariant optionsOf(int column)
{
    switch (column) {
    case TableConfigModel::Type:
        return words::syncTypeOptions();
    case TableConfigModel::DirectionColumn:
        return words::directionOptions();
    case TableConfigModel::PolicyColumn:
        return words::policyOptions();
    default:
        return {};
    }
}

bool isOffered(int column, int value)
{
    const QVariantList options = optionsOf(column).toList();
    return std::any_of(options.begin(), options.end(), [value](const QVariant& option) {
        return option.value<GridOption>().value == value;
    });
}

bool assign(TableConfig& row, int column, const QVariant& value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (column == TableConfigModel::Enabled) {
        row.enabled = value.toBool();
        return true;
    }
    if (column == TableConfigModel::Priority) {
        if (!isNumber || number < TableConfigModel::kMinPriority ||
            number > TableConfigModel::kMaxPriority)
            return false;
        row.priority = number;
        return true;
    }
    if (!isNumber || !isOffered(column, number))
        return false;
    if (column == TableConfigModel::Type)
        row.type = static_cast<SyncType>(number);
    else if (column == TableConfigModel::DirectionColumn)
        row.direction = static_cast<Direction>(number);
    else
        row.policy = static_cast<Policy>(number);
    return true;
}

/// Carries over only the cells that were edited: the others may be newer in @p row.
void copyEdits(const TableConfig& edited, const TableConfig& stored, TableConfig& row)
{
    for (int column = 0; column < TableConfigModel::ColumnCount; ++column) {
        const QVariant value = editValue(edited, column);
        if (value != editValue(stored, column))
            assign(row, column, value);
    }
}

} // namespace

void TableConfigModel::setConfigs(std::vector<TableConfig> rows)
{
    beginResetModel();
    const std::vector<TableConfig> edited = std::exchange(m_rows, rows);
    const std::vector<TableConfig> stored = std::exchange(m_stored, std::move(rows));
    for (std::size_t i = 0; i < edited.size(); ++i) {
        const auto row = std::find_if(
            m_rows.begin(), m_rows.end(),
            [&name = edited[i].table](const TableConfig& r) { return r.table == name; });
        if (row != m_rows.end())
            copyEdits(edited[i], stored[i], *row);
    }
    endResetModel();
    emit stagedChanged(stagedCells());
}

int TableConfigModel::rowOf(const QString& table) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&table](const TableConfig& row) {
        return row.table == table;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TableConfigModel::stagedCells() const
{
    int count = 0;
    for (int row = 0; row < recordCount(); ++row) {
        for (int column = 0; column < ColumnCount; ++column)
            count += isStaged(row, column) ? 1 : 0;
    }
    return count;
}

std::vector<TableConfig> TableConfigModel::stagedRows() const
{
    std::vector<TableConfig> staged;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!(m_rows[i] == m_stored[i]))
            staged.push_back(m_rows[i]);
    }
    return staged;
}

void TableConfigModel::accept()
{
    m_stored = m_rows;
    tellAllChanged();
}

void TableConfigModel::revert()
{
    const std::vector<TableConfig> before = std::exchange(m_rows, m_stored);
    tellAllChanged();
    if (m_rows != before)
        emit edited(before);
}

int TableConfigModel::setAll(const QList<int>& rows, const std::map<Column, QVariant>& changes)
{
    if (m_locked)
        return 0;
    const std::vector<TableConfig> before = m_rows;
    int cells = 0;
    for (const int row : rows) {
        TableConfig& config = m_rows[static_cast<std::size_t>(row)];
        for (const auto& [column, value] : changes) {
            const QVariant was = editValue(config, column);
            cells += assign(config, column, value) && editValue(config, column) != was ? 1 : 0;
        }
    }
    if (cells > 0) {
        tellAllChanged();
        emit edited(before);
    }
    return cells;
}

bool TableConfigModel::place(const QList<int>& order, int place)
{
    if (m_locked || order.size() != static_cast<qsizetype>(m_rows.size()))
        return false;
    std::vector<int> priorities;
    for (const int row : order)
        priorities.push_back(m_rows[static_cast<std::size_t>(row)].priority);
    const std::vector<int> wanted =
        prioritiesAfterMove(priorities, place, kMinPriority, kMaxPriority);
    if (wanted.empty() || wanted == priorities)
        return false;
    const std::vector<TableConfig> before = m_rows;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        m_rows[static_cast<std::size_t>(order[static_cast<qsizetype>(i)])].priority = wanted[i];
    tellAllChanged();
    emit edited(before);
    return true;
}

void TableConfigModel::restore(const std::vector<TableConfig>& rows)
{
    m_rows = rows;
    tellAllChanged();
}

void TableConfigModel::tellAllChanged()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(recordCount() - 1, ColumnCount - 1));
    emit stagedChanged(stagedCells());
}

void TableConfigModel::setLocked(bool locked)
{
    if (m_locked == locked)
        return;
    m_locked = locked;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(recordCount() - 1, ColumnCount - 1));
}

Qt::ItemFlags TableConfigModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = RecordTableModel::flags(index);
    if (!index.isValid() || m_locked)
        return flags;
    if (index.column() == Enabled)
        return flags | Qt::ItemIsUserCheckable;
    if (index.column() == Table || index.column() == LastSync)
        return flags;
    return flags | Qt::ItemIsEditable;
}

bool TableConfigModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_locked)
        return false;
    const bool isCheck = index.column() == Enabled;
    if (isCheck != (role == Qt::CheckStateRole) && role != Qt::EditRole)
        return false;
    const QVariant wanted =
        role == Qt::CheckStateRole ? QVariant(value.toInt() == Qt::Checked) : value;
    const std::vector<TableConfig> before = m_rows;
    if (!assign(m_rows[static_cast<std::size_t>(index.row())], index.column(), wanted))
        return false;
    emit dataChanged(index, index);
    emit stagedChanged(stagedCells());
    if (m_rows != before)
        emit edited(before);
    return true;
}

bool TableConfigModel::isStaged(int row, int column) const
{
    const auto i = static_cast<std::size_t>(row);
    return editValue(m_rows[i], column) != editValue(m_stored[i], column);
}

QVariant TableConfigModel::cell(int row, int column, int role) const
{
    const TableConfig& config = m_rows[static_cast<std::size_t>(row)];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(config, column);
    case Qt::EditRole:
        return editValue(config, column);
    case RawRole:
        return rawText(m_rows[static_cast<std::size_t>(row)], column);
    case Qt::CheckStateRole:
        return column == Enabled ? QVariant(config.enabled ? Qt::Checked : Qt::Unchecked)
                                 : QVariant();
    case Qt::AccessibleTextRole:
        return column == Enabled ? QVariant(title(Enabled)) : QVariant(displayText(config, column));
    case SortRole:
        return sortValue(config, column);
    case StagedRole:
        return isStaged(row, column);
    case OriginalRole:
        return column == Enabled
                   ? QVariant(m_stored[static_cast<std::size_t>(row)].enabled)
                   : QVariant(displayText(m_stored[static_cast<std::size_t>(row)], column));
    case OptionsRole:
        return optionsOf(column);
    case ToneRole:
        return static_cast<int>(config.enabled ? Tone::Plain : Tone::Quiet);
    case RecordIdRole:
        return config.id;
    default:
        return {};
    }
}

QString TableConfigModel::title(int column) const
{
    return QCoreApplication::translate("TableConfigModel",
                                       kTitles[static_cast<std::size_t>(column)]);
}

QString TableConfigModel::fieldName(int column) const
{
    return QLatin1String(kFields[static_cast<std::size_t>(column)]);
}

} // namespace causeway
