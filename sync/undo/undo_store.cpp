// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/undo/undo_store.h"

#include "sync/db/connection.h"
#include "sync/dialect/undo_sql.h"
#include "sync/row/row_json.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace causeway {
namespace {

constexpr int kNoSuchTable = 1146;
constexpr qint64 kPageBytes = 4'000'000;

QString text(const Cell& cell)
{
    return QString::fromUtf8(cell.value_or(QByteArray()));
}

std::optional<quint64> number(const Cell& cell)
{
    return cell ? std::optional(cell->toULongLong()) : std::nullopt;
}

QDateTime utc(const Cell& cell)
{
    QDateTime time =
        QDateTime::fromString(text(cell).left(23), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    time.setTimeSpec(Qt::UTC);
    return cell ? time : QDateTime();
}

std::optional<UndoState> stateNamed(const Cell& cell)
{
    for (const UndoState state :
         {UndoState::Kept, UndoState::TooLarge, UndoState::Loaded, UndoState::Keyless}) {
        if (cell == undosql::name(state))
            return state;
    }
    return std::nullopt;
}

Error unreadable(const Connection& local, const QString& what)
{
    return makeError(ErrorCode::CfgInvalid, local.label(),
                     QCoreApplication::translate("causeway::Undo", "%1 is not readable").arg(what));
}

std::optional<UndoEntry> entryOf(const Cells& row)
{
    const auto side = parseSide(text(row.at(2)).toLower());
    auto key = restoreRow(row.at(3).value_or(QByteArray()));
    if (!side || !key)
        return std::nullopt;
    UndoEntry entry{row.at(0)->toULongLong(),
                    text(row.at(1)),
                    *side,
                    std::move(*key),
                    {},
                    number(row.at(5)),
                    number(row.at(6)),
                    row.at(7) == "1",
                    number(row.at(8)),
                    number(row.at(9))};
    if (row.at(4)) {
        entry.before = restoreRow(*row.at(4));
        if (!entry.before)
            return std::nullopt;
    }
    return entry;
}

/// The lowest id of a page that fits into memory; nullopt: there is none.
Result<std::optional<quint64>> lowestWithin(Connection& local, const QString& runId, quint64 below,
                                            int limit)
{
    auto sizes = local.query(undosql::sizes(runId, below, limit));
    CAUSEWAY_TRY(sizes);
    std::optional<quint64> lowest;
    qint64 bytes = 0;
    for (const Cells& row : sizes->rows) {
        bytes += row.at(1)->toLongLong();
        if (lowest && bytes > kPageBytes)
            break;
        lowest = row.at(0)->toULongLong();
    }
    return lowest;
}

} // namespace

Result<std::vector<UndoTable>> readUndoTables(Connection& local, const QString& runId)
{
    auto rows = local.query(undosql::tables(runId));
    if (!rows && rows.error().serverCode == kNoSuchTable)
        return std::vector<UndoTable>{};
    CAUSEWAY_TRY(rows);
    std::vector<UndoTable> tables;
    for (const Cells& row : rows->rows) {
        const auto state = stateNamed(row.at(3));
        if (!state)
            return unreadable(local, QStringLiteral("db_sync_undo"));
        tables.push_back({text(row.at(0)), text(row.at(1)), row.at(2).value_or(QByteArray()),
                          *state, utc(row.at(4)), utc(row.at(5)), text(row.at(6))});
    }
    return tables;
}

Result<std::vector<UndoEntry>> readUndoEntries(Connection& local, const QString& runId,
                                               quint64 below, int limit)
{
    auto lowest = lowestWithin(local, runId, below, limit);
    CAUSEWAY_TRY(lowest);
    std::vector<UndoEntry> entries;
    if (!*lowest)
        return entries;
    auto rows = local.query(undosql::rows(runId, **lowest, below));
    CAUSEWAY_TRY(rows);
    for (const Cells& row : rows->rows) {
        auto entry = entryOf(row);
        if (!entry)
            return unreadable(local, u"db_sync_undo_row " + text(row.at(0)));
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Result<std::map<QString, qint64>> countUndoRows(Connection& local)
{
    std::map<QString, qint64> counts;
    auto rows = local.query(undosql::counts());
    if (!rows && rows.error().serverCode == kNoSuchTable)
        return counts;
    CAUSEWAY_TRY(rows);
    for (const Cells& row : rows->rows)
        counts.emplace(text(row.at(0)), row.at(1)->toLongLong());
    return counts;
}

Status noteUndone(Connection& local, const QString& runId, const QString& table, const QString& by)
{
    CAUSEWAY_TRY(local.execute(undosql::noteUndone(runId, table, by)));
    return okStatus();
}

} // namespace causeway
