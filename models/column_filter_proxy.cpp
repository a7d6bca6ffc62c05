// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/column_filter_proxy.h"

#include "models/record_table_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway {
namespace {

bool isTicked(const QVariant& check)
{
    return check.toInt() == Qt::Checked;
}

bool fitsTick(bool ticked, const QString& text)
{
    const QStringList words =
        ticked
            ? QStringList{QCoreApplication::translate("ColumnFilter", "yes"), QStringLiteral("1")}
            : QStringList{QCoreApplication::translate("ColumnFilter", "no"), QStringLiteral("0")};
    return std::any_of(words.begin(), words.end(), [&text](const QString& word) {
        return word.startsWith(text, Qt::CaseInsensitive);
    });
}

bool fits(const QModelIndex& cell, const QString& text)
{
    const QVariant check = cell.data(Qt::CheckStateRole);
    if (check.isValid())
        return fitsTick(isTicked(check), text);
    return cell.data().toString().contains(text, Qt::CaseInsensitive) ||
           cell.data(RawRole).toString().contains(text, Qt::CaseInsensitive);
}

} // namespace

void ColumnFilterProxy::setColumnFilter(int column, const QString& text)
{
    const QString wanted = text.trimmed();
    if (m_texts.value(column) == wanted)
        return;
    if (wanted.isEmpty())
        m_texts.remove(column);
    else
        m_texts.insert(column, wanted);
    invalidateFilter();
}

void ColumnFilterProxy::clearColumnFilters()
{
    m_texts.clear();
    invalidateFilter();
}

bool ColumnFilterProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (!QSortFilterProxyModel::filterAcceptsRow(row, parent))
        return false;
    for (auto text = m_texts.cbegin(); text != m_texts.cend(); ++text) {
        if (!fits(sourceModel()->index(row, text.key(), parent), text.value()))
            return false;
    }
    return true;
}

bool ColumnFilterProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool isTie = left.data(sortRole()) == right.data(sortRole());
    if (m_tieColumn < 0 || !isTie)
        return QSortFilterProxyModel::lessThan(left, right);
    const bool isBefore = QSortFilterProxyModel::lessThan(left.siblingAtColumn(m_tieColumn),
                                                          right.siblingAtColumn(m_tieColumn));
    return isBefore == (sortOrder() == Qt::AscendingOrder);
}

} // namespace causeway
