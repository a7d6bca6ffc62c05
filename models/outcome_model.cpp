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

void OutcomeModel::setReport(const SyncReport& report)
{
    beginResetModel();
    m_dryRun = report.dryRun;
    m_tables = report.tables;
    for (TableOutcome& table : m_tables)
        table.changes.clear();
    endResetModel();
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
        return words::counts(table.remoteToLocal);
    case ToRemote:
        return words::counts(table.localToRemote);
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
        return static_cast<int>(tone(table, column));
    case RecordIdRole:
        return table.table;
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
