// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflict_fields_model.h"

#include "models/value_check.h"
#include "models/words.h"
#include "sync/row/row_json.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace causeway {
namespace {

constexpr std::array<const char*, ConflictFieldsModel::ColumnCount> kTitles{
    QT_TRANSLATE_NOOP("ConflictFieldsModel", "Column"),
    QT_TRANSLATE_NOOP("ConflictFieldsModel", "State"),
    QT_TRANSLATE_NOOP("ConflictFieldsModel", "Base"),
    QT_TRANSLATE_NOOP("ConflictFieldsModel", "Remote"),
    QT_TRANSLATE_NOOP("ConflictFieldsModel", "Local"),
    QT_TRANSLATE_NOOP("ConflictFieldsModel", "Result")};

std::optional<Cell> cellOf(const std::optional<RowImage>& row, const QString& column)
{
    if (!row)
        return std::nullopt;
    const Cell* found = row->find(column);
    return found ? std::optional<Cell>(*found) : std::nullopt;
}

bool isText(const Cell& cell)
{
    return !cell || QString::fromUtf8(*cell).toUtf8() == *cell;
}

QStringList columnsOf(const ConflictRow& conflict)
{
    QStringList columns;
    for (const auto* row : {&conflict.remote, &conflict.local, &conflict.base}) {
        if (!row->has_value())
            continue;
        for (const QString& column : (*row)->columns) {
            if (!columns.contains(column))
                columns << column;
        }
    }
    return columns;
}

QString letterOf(ConflictFieldsModel::Origin origin)
{
    using Origin = ConflictFieldsModel::Origin;
    switch (origin) {
    case Origin::Equal:
        return QStringLiteral("=");
    case Origin::Remote:
        return QStringLiteral("R");
    case Origin::Local:
        return QStringLiteral("L");
    case Origin::Base:
        return QStringLiteral("B");
    case Origin::Edited:
        return QStringLiteral("✎");
    case Origin::Undecided:
        return QStringLiteral("!");
    }
    return {};
}

} // namespace

void ConflictFieldsModel::setConflict(const ConflictRow& conflict, const ConflictDecision* decision)
{
    beginResetModel();
    m_conflict = conflict;
    m_wholeRow.reset();
    m_fields.clear();
    for (const QString& column : columnsOf(conflict))
        m_fields.push_back(propose(column));
    if (decision)
        adopt(*decision);
    endResetModel();
}

void ConflictFieldsModel::clear()
{
    beginResetModel();
    m_conflict.reset();
    m_wholeRow.reset();
    m_fields.clear();
    endResetModel();
}

bool ConflictFieldsModel::canMerge() const
{
    return m_conflict && m_conflict->remote && m_conflict->local;
}

ConflictFieldsModel::Field ConflictFieldsModel::propose(const QString& name) const
{
    Field field;
    field.name = name;
    field.isKey = m_conflict->key.columns.contains(name);
    field.base = cellOf(m_conflict->base, name);
    field.remote = cellOf(m_conflict->remote, name);
    field.local = cellOf(m_conflict->local, name);
    if (!canMerge()) {
        field.origin = Origin::Undecided;
    } else if (field.remote == field.local) {
        field.origin = Origin::Equal;
        field.result = field.remote.value_or(Cell());
    } else if (field.base && field.base == field.local) {
        takeInto(field, Side::Remote);
        field.isProposed = true;
    } else if (field.base && field.base == field.remote) {
        takeInto(field, Side::Local);
        field.isProposed = true;
    }
    return field;
}

void ConflictFieldsModel::takeInto(Field& field, Side side) const
{
    const auto& cell = side == Side::Remote ? field.remote : field.local;
    field.result = cell.value_or(Cell());
    field.isProposed = false;
    if (canMerge() && field.remote == field.local)
        field.origin = Origin::Equal;
    else
        field.origin = side == Side::Remote ? Origin::Remote : Origin::Local;
}

void ConflictFieldsModel::adopt(const ConflictDecision& decision)
{
    if (decision.use == Settlement::Remote || decision.use == Settlement::Local) {
        const Side side = decision.use == Settlement::Remote ? Side::Remote : Side::Local;
        m_wholeRow = side;
        for (Field& field : m_fields)
            takeInto(field, side);
        return;
    }
    for (Field& field : m_fields) {
        const Cell* cell = decision.merged.find(field.name);
        if (!cell)
            continue;
        field.result = *cell;
        if (field.remote == field.local && field.remote == *cell)
            field.origin = Origin::Equal;
        else if (field.remote == *cell)
            field.origin = Origin::Remote;
        else if (field.local == *cell)
            field.origin = Origin::Local;
        else
            field.origin = field.base == *cell ? Origin::Base : Origin::Edited;
        const bool isProposal = field.result == propose(field.name).result;
        field.isProposed = field.isProposed && isProposal;
    }
}

void ConflictFieldsModel::takeRow(Side side)
{
    m_wholeRow = side;
    for (Field& field : m_fields)
        takeInto(field, side);
    tellResultChanged();
}

void ConflictFieldsModel::takeField(int row, Side side)
{
    if (!canMerge() || row < 0 || row >= recordCount())
        return;
    m_wholeRow.reset();
    takeInto(m_fields[static_cast<std::size_t>(row)], side);
    tellResultChanged();
}

void ConflictFieldsModel::takeBaseInto(Field& field)
{
    if (!field.base || field.isKey)
        return;
    field.result = *field.base;
    field.isProposed = false;
    field.origin =
        field.remote == field.base && field.local == field.base ? Origin::Equal : Origin::Base;
}

void ConflictFieldsModel::takeBase(int row)
{
    if (!canMerge() || !hasBase() || row >= recordCount())
        return;
    m_wholeRow.reset();
    if (row >= 0)
        takeBaseInto(m_fields[static_cast<std::size_t>(row)]);
    else
        std::for_each(m_fields.begin(), m_fields.end(), &takeBaseInto);
    tellResultChanged();
}

int ConflictFieldsModel::proposedFields() const
{
    return static_cast<int>(std::count_if(m_fields.begin(), m_fields.end(),
                                          [](const Field& field) { return field.isProposed; }));
}

void ConflictFieldsModel::setColumns(std::vector<ColumnSchema> columns)
{
    m_columns = std::move(columns);
}

QString ConflictFieldsModel::valueProblem() const
{
    for (const Field& field : m_fields) {
        if (field.origin != Origin::Edited)
            continue; // what a side holds already, it takes
        for (const ColumnSchema& column : m_columns) {
            if (column.name.compare(field.name, Qt::CaseInsensitive) != 0)
                continue;
            if (const QString problem = problemWithValue(column, field.result); !problem.isEmpty())
                return problem;
        }
    }
    return {};
}

std::optional<Cell> ConflictFieldsModel::valueAt(int row, Side side) const
{
    const Field& field = m_fields[static_cast<std::size_t>(row)];
    return side == Side::Remote ? field.remote : field.local;
}

bool ConflictFieldsModel::setNull(int row)
{
    return setData(index(row, ResultColumn), QVariant(), Qt::EditRole);
}

void ConflictFieldsModel::reset()
{
    if (!m_conflict)
        return;
    m_wholeRow.reset();
    for (Field& field : m_fields)
        field = propose(field.name);
    tellResultChanged();
}

void ConflictFieldsModel::tellResultChanged()
{
    if (!m_fields.empty())
        emit dataChanged(index(0, 0), index(recordCount() - 1, ColumnCount - 1));
    emit resultChanged();
}

bool ConflictFieldsModel::isResultOf(Side side) const
{
    return std::all_of(m_fields.begin(), m_fields.end(), [side](const Field& field) {
        const auto& cell = side == Side::Remote ? field.remote : field.local;
        return cell && *cell == field.result;
    });
}

std::optional<ConflictDecision> ConflictFieldsModel::decision() const
{
    if (!m_conflict || (!m_wholeRow && undecidedFields() > 0) || !valueProblem().isEmpty())
        return std::nullopt;
    ConflictDecision decision;
    decision.conflictId = m_conflict->id;
    decision.seenAt = m_conflict->updatedAt;
    if (m_wholeRow)
        decision.use = *m_wholeRow == Side::Remote ? Settlement::Remote : Settlement::Local;
    else if (isResultOf(Side::Remote))
        decision.use = Settlement::Remote;
    else if (isResultOf(Side::Local))
        decision.use = Settlement::Local;
    else
        decision.use = Settlement::Merged;
    if (decision.use != Settlement::Merged)
        return decision;
    for (const Field& field : m_fields) {
        decision.merged.columns << field.name;
        decision.merged.cells.push_back(field.result);
    }
    return decision;
}

RowImage ConflictFieldsModel::resultRow() const
{
    RowImage row;
    for (const Field& field : m_fields) {
        if (field.origin == Origin::Undecided || !canMerge())
            continue;
        row.columns << field.name;
        row.cells.push_back(field.result);
    }
    return row;
}

int ConflictFieldsModel::undecidedFields() const
{
    return static_cast<int>(std::count_if(m_fields.begin(), m_fields.end(), [](const Field& field) {
        return field.origin == Origin::Undecided;
    }));
}

int ConflictFieldsModel::equalFields() const
{
    return static_cast<int>(std::count_if(m_fields.begin(), m_fields.end(), [](const Field& field) {
        return field.remote == field.local;
    }));
}

bool ConflictFieldsModel::isEqualField(int row) const
{
    const Field& field = m_fields[static_cast<std::size_t>(row)];
    return field.remote == field.local && !field.isKey;
}

bool ConflictFieldsModel::isEditable(const Field& field) const
{
    return canMerge() && !field.isKey && isText(field.remote.value_or(Cell())) &&
           isText(field.local.value_or(Cell()));
}

Qt::ItemFlags ConflictFieldsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = RecordTableModel::flags(index);
    if (!index.isValid() || index.column() != ResultColumn)
        return flags;
    return isEditable(m_fields[static_cast<std::size_t>(index.row())]) ? flags | Qt::ItemIsEditable
                                                                       : flags;
}

bool ConflictFieldsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    Field& field = m_fields[static_cast<std::size_t>(index.row())];
    const Cell edited = value.isValid() ? Cell(value.toString().toUtf8()) : Cell();
    if (edited == field.result && field.origin != Origin::Undecided)
        return true;
    m_wholeRow.reset();
    field.result = edited;
    field.origin = Origin::Edited;
    field.isProposed = false;
    tellResultChanged();
    return true;
}

QString ConflictFieldsModel::cellText(const Field& field, int column) const
{
    const auto shown = [](const std::optional<Cell>& cell) {
        return cell ? cellToDisplay(*cell) : QStringLiteral("—");
    };
    switch (column) {
    case Name:
        return field.name;
    case State:
        return letterOf(field.origin);
    case Base:
        return shown(field.base);
    case Remote:
        return shown(field.remote);
    case Local:
        return shown(field.local);
    default:
        break;
    }
    if (field.origin == Origin::Undecided)
        return QStringLiteral("?");
    const bool isDeleted =
        m_wholeRow && !(*m_wholeRow == Side::Remote ? m_conflict->remote : m_conflict->local);
    return isDeleted ? QStringLiteral("—") : cellToDisplay(field.result);
}

Tone ConflictFieldsModel::stateTone(const Field& field) const
{
    switch (field.origin) {
    case Origin::Equal:
        return Tone::Quiet;
    case Origin::Remote:
        return Tone::Remote;
    case Origin::Local:
        return Tone::Local;
    case Origin::Base:
    case Origin::Edited:
        return Tone::Edited;
    case Origin::Undecided:
        return Tone::Conflict;
    }
    return Tone::Plain;
}

Tone ConflictFieldsModel::cellTone(const Field& field, int column) const
{
    if (field.remote == field.local && field.origin == Origin::Equal)
        return Tone::Quiet;
    if (column == State || column == ResultColumn)
        return stateTone(field);
    if (column == Remote && field.remote != field.local && field.remote != field.base)
        return Tone::Remote;
    if (column == Local && field.remote != field.local && field.local != field.base)
        return Tone::Local;
    return column == Base ? Tone::Quiet : Tone::Plain;
}

QString ConflictFieldsModel::tip(const Field& field, int column) const
{
    if (column != State || !field.isProposed)
        return cellText(field, column);
    return field.origin == Origin::Remote
               ? QCoreApplication::translate("ConflictFieldsModel",
                                             "Merged in advance: only remote changed this column")
               : QCoreApplication::translate("ConflictFieldsModel",
                                             "Merged in advance: only local changed this column");
}

QVariant ConflictFieldsModel::cell(int row, int column, int role) const
{
    const Field& field = m_fields[static_cast<std::size_t>(row)];
    switch (role) {
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tip(field, column);
    case Qt::DisplayRole:
    case SortRole:
        return cellText(field, column);
    case Qt::EditRole:
        if (column != ResultColumn || field.origin == Origin::Undecided)
            return QString();
        return field.result ? QVariant(QString::fromUtf8(*field.result)) : QVariant(QString());
    case ToneRole:
        return static_cast<int>(cellTone(field, column));
    case StagedRole:
        return column == ResultColumn && field.origin == Origin::Edited;
    case RecordIdRole:
        return field.name;
    default:
        return {};
    }
}

QString ConflictFieldsModel::title(int column) const
{
    return QCoreApplication::translate("ConflictFieldsModel",
                                       kTitles[static_cast<std::size_t>(column)]);
}

} // namespace causeway
