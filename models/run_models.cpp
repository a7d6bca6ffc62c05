// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run_models.h"

#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

namespace causeway {
namespace {

constexpr std::array<const char*, RunListModel::ColumnCount> kRunTitles{
    QT_TRANSLATE_NOOP("RunListModel", "Started"),
    QT_TRANSLATE_NOOP("RunListModel", "Status"),
    QT_TRANSLATE_NOOP("RunListModel", "Started by"),
    QT_TRANSLATE_NOOP("RunListModel", "Type"),
    QT_TRANSLATE_NOOP("RunListModel", "Direction"),
    QT_TRANSLATE_NOOP("RunListModel", "remote → local"),
    QT_TRANSLATE_NOOP("RunListModel", "local → remote"),
    QT_TRANSLATE_NOOP("RunListModel", "Conflicts"),
    QT_TRANSLATE_NOOP("RunListModel", "Duration")};

constexpr std::array<const char*, RunTablesModel::ColumnCount> kTableTitles{
    QT_TRANSLATE_NOOP("RunTablesModel", "Table"),
    QT_TRANSLATE_NOOP("RunTablesModel", "Status"),
    QT_TRANSLATE_NOOP("RunTablesModel", "remote → local"),
    QT_TRANSLATE_NOOP("RunTablesModel", "local → remote"),
    QT_TRANSLATE_NOOP("RunTablesModel", "Conflicts"),
    QT_TRANSLATE_NOOP("RunTablesModel", "Skipped"),
    QT_TRANSLATE_NOOP("RunTablesModel", "Rows remote"),
    QT_TRANSLATE_NOOP("RunTablesModel", "Rows local"),
    QT_TRANSLATE_NOOP("RunTablesModel", "Duration"),
    QT_TRANSLATE_NOOP("RunTablesModel", "Message")};

std::chrono::milliseconds spanOf(const LogRow& row)
{
    return std::chrono::milliseconds(qRound64(row.durationSeconds * 1000.0));
}

QString durationOf(const LogRow& row)
{
    return row.status == RunStatus::Running ? QStringLiteral("—") : words::duration(spanOf(row));
}

QString countOrDash(qint64 value)
{
    return value == 0 ? QStringLiteral("—") : words::number(value);
}

Tone conflictTone(const LogRow& row)
{
    return row.conflicts > 0 ? Tone::Conflict : Tone::Quiet;
}

QString runText(const LogRow& row, int column)
{
    switch (column) {
    case RunListModel::Started:
        return words::moment(row.startTime);
    case RunListModel::Status:
        return words::of(row.status);
    case RunListModel::Trigger:
        return words::of(row.trigger);
    case RunListModel::Type:
        return words::of(row.type);
    case RunListModel::DirectionColumn:
        return words::of(row.direction);
    case RunListModel::ToLocal:
        return words::counts(row.remoteToLocal);
    case RunListModel::ToRemote:
        return words::counts(row.localToRemote);
    case RunListModel::Conflicts:
        return countOrDash(row.conflicts);
    case RunListModel::Duration:
        return durationOf(row);
    default:
        return {};
    }
}

QString tableText(const LogRow& row, int column)
{
    switch (column) {
    case RunTablesModel::Table:
        return row.table;
    case RunTablesModel::Status:
        return words::of(row.status);
    case RunTablesModel::ToLocal:
        return words::counts(row.remoteToLocal);
    case RunTablesModel::ToRemote:
        return words::counts(row.localToRemote);
    case RunTablesModel::Conflicts:
        return countOrDash(row.conflicts);
    case RunTablesModel::Skipped:
        return countOrDash(row.skipped);
    case RunTablesModel::RowsRemote:
        return words::number(row.remoteRows);
    case RunTablesModel::RowsLocal:
        return words::number(row.localRows);
    case RunTablesModel::Duration:
        return durationOf(row);
    case RunTablesModel::Message:
        return words::message(row).simplified();
    default:
        return {};
    }
}

bool isNumberColumn(int column)
{
    return column >= RunTablesModel::Conflicts && column <= RunTablesModel::Duration;
}

} // namespace

void LogRowsModel::setRows(std::vector<LogRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void LogRowsModel::append(std::vector<LogRow> rows)
{
    if (rows.empty())
        return;
    const int first = recordCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
    endInsertRows();
}

const LogRow* LogRowsModel::rowAt(int row) const
{
    return row < 0 || row >= recordCount() ? nullptr : &at(row);
}

std::optional<int> LogRowsModel::rowOfRun(const QString& runId) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const LogRow& row) { return row.runId == runId; });
    if (found == m_rows.end())
        return std::nullopt;
    return static_cast<int>(found - m_rows.begin());
}

qint64 LogRowsModel::oldestId() const
{
    const auto oldest = std::min_element(
        m_rows.begin(), m_rows.end(), [](const LogRow& a, const LogRow& b) { return a.id < b.id; });
    return oldest == m_rows.end() ? 0 : oldest->id;
}

QVariant RunListModel::cell(int row, int column, int role) const
{
    const LogRow& run = at(row);
    switch (role) {
    case Qt::DisplayRole:
        return runText(run, column);
    case ToneRole:
        if (column == Status)
            return static_cast<int>(toneOf(run.status));
        return static_cast<int>(column == Conflicts ? conflictTone(run) : Tone::Plain);
    case RecordIdRole:
        return run.runId;
    default:
        return {};
    }
}

Qt::Alignment RunListModel::alignment(int column) const
{
    return (column == Conflicts || column == Duration ? Qt::AlignRight : Qt::AlignLeft) |
           Qt::AlignVCenter;
}

QString RunListModel::title(int column) const
{
    return QCoreApplication::translate("RunListModel",
                                       kRunTitles[static_cast<std::size_t>(column)]);
}

QVariant RunTablesModel::cell(int row, int column, int role) const
{
    const LogRow& table = at(row);
    switch (role) {
    case Qt::DisplayRole:
        return tableText(table, column);
    case Qt::ToolTipRole:
        return column == Message ? QVariant(words::message(table)) : QVariant();
    case ToneRole:
        if (column == Status)
            return static_cast<int>(toneOf(table.status));
        return static_cast<int>(column == Conflicts ? conflictTone(table) : Tone::Plain);
    case RecordIdRole:
        return table.id;
    default:
        return {};
    }
}

Qt::Alignment RunTablesModel::alignment(int column) const
{
    return (isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString RunTablesModel::title(int column) const
{
    return QCoreApplication::translate("RunTablesModel",
                                       kTableTitles[static_cast<std::size_t>(column)]);
}

Tone toneOf(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return Tone::Remote;
    case RunStatus::Success:
        return Tone::Good;
    case RunStatus::Partial:
        return Tone::Warning;
    case RunStatus::Failed:
        return Tone::Bad;
    case RunStatus::Cancelled:
        return Tone::Quiet;
    }
    return Tone::Plain;
}

} // namespace causeway
