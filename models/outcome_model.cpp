// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outcome_model.h"

#include "models/run_models.h"
#include "models/words.h"

#include <QCoreApplication>

#include <array>

namespace causeway {
namespace {

constexpr std::array<const char*, OutcomeModel::ColumnCount> kTitles{
    QT_TRANSLATE_NOOP("OutcomeModel", "Table"),
    QT_TRANSLATE_NOOP("OutcomeModel", "Status"),
    QT_TRANSLATE_NOOP("OutcomeModel", "remote → local"),
    QT_TRANSLATE_NOOP("OutcomeModel", "local → remote"),
    QT_TRANSLATE_NOOP("OutcomeModel", "Conflicts"),
    QT_TRANSLATE_NOOP("OutcomeModel", "Skipped"),
    QT_TRANSLATE_NOOP("OutcomeModel", "Rows remote / local"),
    QT_TRANSLATE_NOOP("OutcomeModel", "Verified"),
    QT_TRANSLATE_NOOP("OutcomeModel", "Duration")};

QString say(const char* text)
{
    return QCoreApplication::translate("OutcomeModel", text);
}

bool isQuiet(const TableOutcome& table)
{
    return table.remoteToLocal.total() + table.localToRemote.total() + table.conflicts == 0;
}

QString planWord(const TableOutcome& table)
{
    if (table.error)
        return say(QT_TRANSLATE_NOOP("OutcomeModel", "Cannot be synced"));
    return isQuiet(table) ? say(QT_TRANSLATE_NOOP("OutcomeModel", "Nothing to do"))
                          : say(QT_TRANSLATE_NOOP("OutcomeModel", "Changes"));
}

} // namespace

ChangeCounts kept(const TableOutcome& table, Side target, const SkippedKinds& skipped)
{
    ChangeCounts counts = target == Side::Local ? table.remoteToLocal : table.localToRemote;
    const bool skipsInserts = skipped.skips(target, RowAction::Insert);
    const bool skipsUpdates = skipped.skips(target, RowAction::Update);
    if (skipsInserts || (table.cyclic && skipsUpdates))
        counts.inserted = 0;
    if (skipsUpdates || (table.cyclic && skipsInserts))
        counts.updated = 0;
    if (skipped.skips(target, RowAction::Delete))
        counts.deleted = 0;
    return counts;
}

void OutcomeModel::setReport(const SyncReport& report)
{
    beginResetModel();
    m_dryRun = report.dryRun;
    m_skipped = {};
    m_tables = report.tables;
    m_unchecked.assign(m_tables.size(), false);
    for (TableOutcome& table : m_tables)
        table.changes.clear();
    endResetModel();
}

QStringList OutcomeModel::uncheckedTables() const
{
    QStringList unchecked;
    for (std::size_t row = 0; row < m_tables.size(); ++row) {
        if (m_unchecked[row])
            unchecked << m_tables[row].table;
    }
    return unchecked;
}

void OutcomeModel::setSkipped(const SkippedKinds& skipped)
{
    m_skipped = skipped;
    retranslate();
}

Qt::ItemFlags OutcomeModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = RecordTableModel::flags(index);
    return m_checkable && index.column() == Table ? flags | Qt::ItemIsUserCheckable : flags;
}

bool OutcomeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    m_unchecked[static_cast<std::size_t>(index.row())] = value.toInt() != Qt::Checked;
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    emit checksChanged();
    return true;
}

const TableOutcome* OutcomeModel::outcomeAt(int row) const
{
    if (row < 0 || row >= recordCount())
        return nullptr;
    return &m_tables[static_cast<std::size_t>(row)];
}

QString OutcomeModel::text(const TableOutcome& table, int column) const
{
    switch (column) {
    case Table:
        return table.table;
    case Status:
        return m_dryRun ? planWord(table) : words::of(table.status);
    case ToLocal:
        return words::counts(kept(table, Side::Local, m_skipped));
    case ToRemote:
        return words::counts(kept(table, Side::Remote, m_skipped));
    case Conflicts:
        return table.conflicts == 0 ? QStringLiteral("—") : words::number(table.conflicts);
    case Skipped:
        return table.skipped == 0 ? QStringLiteral("—") : words::number(table.skipped);
    case Rows:
        return words::number(table.remoteRows) % QStringLiteral(" / ") %
               words::number(table.localRows);
    case Verified:
        return table.verified ? QStringLiteral("✓") : QStringLiteral("—");
    case Duration:
        return words::duration(table.duration);
    default:
        return {};
    }
}

Tone OutcomeModel::tone(const TableOutcome& table, int column) const
{
    if (column == Conflicts)
        return table.conflicts > 0 ? Tone::Conflict : Tone::Quiet;
    if (column == Verified)
        return table.verified ? Tone::Good : Tone::Quiet;
    if (column != Status)
        return m_dryRun && isQuiet(table) ? Tone::Quiet : Tone::Plain;
    if (table.error)
        return Tone::Bad;
    if (m_dryRun)
        return isQuiet(table) ? Tone::Quiet : Tone::Plain;
    return toneOf(table.status);
}

QVariant OutcomeModel::cell(int row, int column, int role) const
{
    const TableOutcome& table = m_tables[static_cast<std::size_t>(row)];
    switch (role) {
    case Qt::DisplayRole:
        return text(table, column);
    case Qt::ToolTipRole:
        return table.error ? QVariant(table.error->message()) : QVariant();
    case ToneRole:
        return static_cast<int>(m_unchecked[static_cast<std::size_t>(row)] ? Tone::Quiet
                                                                           : tone(table, column));
    case RecordIdRole:
        return table.table;
    case Qt::CheckStateRole:
        if (m_checkable && column == Table)
            return m_unchecked[static_cast<std::size_t>(row)] ? Qt::Unchecked : Qt::Checked;
        return {};
    default:
        return {};
    }
}

Qt::Alignment OutcomeModel::alignment(int column) const
{
    if (column == Verified)
        return Qt::AlignCenter;
    return (column >= Conflicts ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString OutcomeModel::title(int column) const
{
    return say(kTitles[static_cast<std::size_t>(column)]);
}

} // namespace causeway
