// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/conflict_log.h"

#include "sync/dialect/conflict_sql.h"
#include "sync/row/row_json.h"

#include <QCoreApplication>

namespace causeway {
namespace {

QString text(const Cell& cell)
{
    return QString::fromUtf8(cell.value_or(QByteArray()));
}

std::optional<quint64> digest(const Cell& cell)
{
    return cell ? std::optional(cell->toULongLong()) : std::nullopt;
}

Error damaged(const Connection& local, const QString& id)
{
    return makeError(ErrorCode::CfgInvalid, local.label(),
                     QCoreApplication::translate("causeway::ConflictLog",
                                                 "conflict %1 in db_sync_conflict is not readable")
                         .arg(id));
}

Status run(Connection& local, const QByteArray& sql)
{
    CAUSEWAY_TRY(local.execute(sql));
    return okStatus();
}

bool isAbout(const RowImage& key, const QStringList& keyColumns)
{
    return key.columns.join(u'\n').compare(keyColumns.join(u'\n'), Qt::CaseInsensitive) == 0;
}

/// Of two versions of one row; else a row that one side does not take.
bool isBetweenSides(ConflictKind kind)
{
    return kind == ConflictKind::UpdateUpdate || kind == ConflictKind::UpdateDelete ||
           kind == ConflictKind::DeleteUpdate || kind == ConflictKind::InsertInsert;
}

} // namespace

bool OpenConflict::isOfBothSides() const
{
    return (remote && local) || isBetweenSides(kind);
}

bool OpenConflict::isHeld() const
{
    const bool isChoice = isBetweenSides(kind) || kind == ConflictKind::DeleteChildren;
    return isChoice && policy == Policy::Manual;
}

Result<OpenConflicts> readOpenConflicts(Connection& local, const QString& table,
                                        const QStringList& keyColumns)
{
    auto rows = local.query(conflictsql::open(table));
    CAUSEWAY_TRY(rows);
    OpenConflicts conflicts;
    for (const Cells& row : rows->rows) {
        const auto key = restoreRow(row.at(1).value_or(QByteArray()));
        const auto kind = parseConflictKind(text(row.at(2)));
        const auto policy = parsePolicy(text(row.at(3)));
        if (!key || !kind || !policy)
            return damaged(local, text(row.at(0)));
        if (!isAbout(*key, keyColumns))
            continue;
        OpenConflict conflict{
            row.at(0)->toLongLong(), encodeKey(key->cells), *kind,          *policy,
            digest(row.at(4)),       digest(row.at(5)),     text(row.at(6))};
        conflicts.insert_or_assign(conflict.key, conflict);
    }
    return conflicts;
}

Result<qint64> countOpenConflicts(Connection& local, const QString& table)
{
    auto rows = local.query(conflictsql::countOpen(table));
    CAUSEWAY_TRY(rows);
    return rows->rows.at(0).at(0).value_or("0").toLongLong();
}

Status supersedeConflicts(Connection& local, const QString& table, const QStringList& keyColumns)
{
    auto rows = local.query(conflictsql::open(table));
    CAUSEWAY_TRY(rows);
    for (const Cells& row : rows->rows) {
        const auto key = restoreRow(row.at(1).value_or(QByteArray()));
        if (key && !isAbout(*key, keyColumns))
            CAUSEWAY_TRY(settleConflict(local, row.at(0)->toLongLong(), {},
                                        QStringLiteral("the row key changed")));
    }
    return okStatus();
}

Status insertConflict(Connection& local, const ConflictRow& row)
{
    return run(local, conflictsql::insert(row));
}

Status refreshConflict(Connection& local, const ConflictRow& row)
{
    return run(local, conflictsql::refresh(row));
}

Status settleConflict(Connection& local, qint64 id, std::optional<Settlement> how,
                      const QString& by)
{
    return run(local, conflictsql::settle(id, how, by));
}

} // namespace causeway
