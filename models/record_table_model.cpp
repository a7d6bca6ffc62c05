// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/record_table_model.h"

namespace causeway {

int RecordTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : recordCount();
}

int RecordTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : fieldCount();
}

QVariant RecordTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(alignment(index.column()));
    return cell(index.row(), index.column(), role);
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= fieldCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(alignment(section));
    if (role == FieldNameRole || role == Qt::ToolTipRole) {
        const QString name = fieldName(section);
        return name.isEmpty() ? QVariant() : QVariant(name);
    }
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

void RecordTableModel::retranslate()
{
    if (fieldCount() == 0)
        return;
    emit headerDataChanged(Qt::Horizontal, 0, fieldCount() - 1);
    if (recordCount() > 0)
        emit dataChanged(index(0, 0), index(recordCount() - 1, fieldCount() - 1));
}

} // namespace causeway
