// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schema/compare_schema.h"

#include "sync/core/enums.h"
#include "sync/dialect/type_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <set>

namespace causeway {
namespace {

QString sideName(Side side)
{
    return side == Side::Remote ? QCoreApplication::translate("causeway::Schema", "the remote side")
                                : QCoreApplication::translate("causeway::Schema", "the local side");
}

/// The two descriptions of one table, and what its errors are about.
struct Pair {
    const TableSchema& remote;
    const TableSchema& local;

    [[nodiscard]] Error error(ErrorCode code, const QString& detail) const
    {
        return makeError(code, remote.name, detail);
    }
};

Status checkEngine(const Pair& pair, const TableSchema& table, Side side)
{
    if (table.engine.compare(QLatin1String("InnoDB"), Qt::CaseInsensitive) == 0)
        return okStatus();
    return pair.error(ErrorCode::SyncUnsupportedTable,
                      QCoreApplication::translate(
                          "causeway::Schema",
                          "On %1 the table uses the storage engine %2, which has no transactions.")
                          .arg(sideName(side), table.engine));
}

QStringList storedColumnsMissingIn(const TableSchema& table, const TableSchema& other)
{
    QStringList missing;
    for (const ColumnSchema& column : table.columns) {
        if (!column.generated && other.column(column.name) == nullptr)
            missing += column.name;
    }
    return missing;
}

Status checkColumnNames(const Pair& pair)
{
    const QString sentence =
        QCoreApplication::translate("causeway::Schema", "These columns are missing on %1: %2.");
    const QString list = QStringLiteral(", ");
    if (const QStringList names = storedColumnsMissingIn(pair.remote, pair.local); !names.isEmpty())
        return pair.error(ErrorCode::SyncStructure,
                          sentence.arg(sideName(Side::Local), names.join(list)));
    if (const QStringList names = storedColumnsMissingIn(pair.local, pair.remote); !names.isEmpty())
        return pair.error(ErrorCode::SyncStructure,
                          sentence.arg(sideName(Side::Remote), names.join(list)));
    return okStatus();
}

Status checkStructure(const Pair& pair, const ColumnSchema& remote, const ColumnSchema& local)
{
    if (remote.generated != local.generated) {
        const QString sentence = QCoreApplication::translate(
            "causeway::Schema", "Column %1 is computed on %2 and stored on %3.");
        const Side computed = remote.generated ? Side::Remote : Side::Local;
        return pair.error(ErrorCode::SyncStructure, sentence.arg(remote.name, sideName(computed),
                                                                 sideName(otherSide(computed))));
    }
    if (!remote.generated && remote.nullable != local.nullable) {
        const QString sentence = QCoreApplication::translate(
            "causeway::Schema", "Column %1 may be NULL on %2 but not on %3.");
        const Side nullable = remote.nullable ? Side::Remote : Side::Local;
        return pair.error(ErrorCode::SyncStructure, sentence.arg(remote.name, sideName(nullable),
                                                                 sideName(otherSide(nullable))));
    }
    return okStatus();
}

/// The type without what two servers may spell differently for the same values: tinyint(1) is
/// tinyint. The width of ZEROFILL stays, for it shows in the values.
QString comparableType(const ColumnSchema& column)
{
    const bool isBoolean = column.columnType.startsWith(QLatin1String("tinyint(1)")) &&
                           !column.columnType.contains(QLatin1String("zerofill"));
    return isBoolean ? QString(column.columnType).remove(QLatin1String("(1)")) : column.columnType;
}

bool sameType(const ColumnSchema& remote, const ColumnSchema& local)
{
    if (remote.type != local.type)
        return false;
    if (remote.type == TypeClass::Enum || remote.type == TypeClass::Set)
        return enumMembers(remote.columnType) == enumMembers(local.columnType);
    return comparableType(remote) == comparableType(local);
}

Status checkType(const Pair& pair, const ColumnSchema& remote, const ColumnSchema& local)
{
    if (remote.generated)
        return okStatus();
    if (!sameType(remote, local))
        return pair.error(
            ErrorCode::SyncTypes,
            QCoreApplication::translate("causeway::Schema",
                                        "Column %1 is %2 on the remote side and %3 on the "
                                        "local side.")
                .arg(remote.name, remote.columnType, local.columnType));
    if (remote.type == TypeClass::Unsupported)
        return pair.error(ErrorCode::SyncTypes,
                          QCoreApplication::translate("causeway::Schema",
                                                      "Column %1 has the type %2, which cannot be "
                                                      "synchronised.")
                              .arg(remote.name, remote.columnType));
    return okStatus();
}

/// Every column of both sides under @p check; the first error wins.
template<typename Check>
Status checkColumns(const Pair& pair, Check check)
{
    for (const ColumnSchema& remote : pair.remote.columns) {
        if (const ColumnSchema* local = pair.local.column(remote.name))
            CAUSEWAY_TRY(check(pair, remote, *local));
    }
    return okStatus();
}

/// A UNIQUE key as both servers must have it: its columns in any order, as "a", "b(10)". Empty for
/// a key over expressions or generated columns, which the other side may lack.
QStringList comparableKey(const TableSchema& table, const IndexSchema& index)
{
    QStringList parts;
    for (const IndexPart& part : index.parts) {
        const ColumnSchema* column = table.column(part.column);
        if (column == nullptr || column->generated)
            return {};
        const QString prefix =
            part.prefix > 0 ? QStringLiteral("(%1)").arg(part.prefix) : QString();
        parts += column->name.toLower() + prefix;
    }
    parts.sort();
    return parts;
}

std::set<QStringList> uniqueKeys(const TableSchema& table)
{
    std::set<QStringList> keys;
    for (const IndexSchema& index : table.indexes) {
        if (!index.unique)
            continue;
        if (const QStringList key = comparableKey(table, index); !key.isEmpty())
            keys.insert(key);
    }
    return keys;
}

std::optional<QStringList> firstNotIn(const std::set<QStringList>& keys,
                                      const std::set<QStringList>& other)
{
    const auto found = std::find_if(keys.cbegin(), keys.cend(), [&other](const QStringList& key) {
        return !other.contains(key);
    });
    return found == keys.cend() ? std::nullopt : std::optional(*found);
}

Status checkUniqueKeys(const Pair& pair)
{
    const std::set<QStringList> remote = uniqueKeys(pair.remote);
    const std::set<QStringList> local = uniqueKeys(pair.local);
    const QString sentence = QCoreApplication::translate(
        "causeway::Schema", "A primary or UNIQUE key over (%1) is missing on %2.");
    const QString list = QStringLiteral(", ");
    if (const auto key = firstNotIn(remote, local))
        return pair.error(ErrorCode::SyncStructure,
                          sentence.arg(key->join(list), sideName(Side::Local)));
    if (const auto key = firstNotIn(local, remote))
        return pair.error(ErrorCode::SyncStructure,
                          sentence.arg(key->join(list), sideName(Side::Remote)));
    return okStatus();
}

QString keyText(const QStringList& key)
{
    return key.isEmpty() ? QCoreApplication::translate("causeway::Schema", "none")
                         : u'(' + key.join(QLatin1String(", ")) + u')';
}

Status checkRowKey(const Pair& pair)
{
    const QStringList remote = pair.remote.rowKey();
    const QStringList local = pair.local.rowKey();
    if (remote.join(u'\n').compare(local.join(u'\n'), Qt::CaseInsensitive) != 0)
        return pair.error(
            ErrorCode::SyncStructure,
            QCoreApplication::translate("causeway::Schema",
                                        "The row key is %1 on the remote side and %2 on the "
                                        "local side.")
                .arg(keyText(remote), keyText(local)));
    return okStatus();
}

} // namespace

Status compareStructures(const TableSchema& remote, const TableSchema& local)
{
    const Pair pair{remote, local};
    CAUSEWAY_TRY(checkEngine(pair, remote, Side::Remote));
    CAUSEWAY_TRY(checkEngine(pair, local, Side::Local));
    CAUSEWAY_TRY(checkColumnNames(pair));
    CAUSEWAY_TRY(checkColumns(pair, checkStructure));
    CAUSEWAY_TRY(checkColumns(pair, checkType));
    CAUSEWAY_TRY(checkRowKey(pair));
    return checkUniqueKeys(pair);
}

Status compareTables(const TableSchema& remote, const TableSchema& local)
{
    CAUSEWAY_TRY(compareStructures(remote, local));
    if (!remote.rowKey().isEmpty())
        return okStatus();
    return makeError(ErrorCode::SyncNoKey, remote.name,
                     QCoreApplication::translate(
                         "causeway::Schema",
                         "Neither a primary key nor a UNIQUE key over NOT NULL columns of exact "
                         "types identifies its rows. Such a table can only be mirrored: type FULL, "
                         "in one direction."));
}

} // namespace causeway
