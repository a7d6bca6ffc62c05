// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_records.h"

#include "sync/row/row_json.h"

#include <QCoreApplication>
#include <QSqlQuery>
#include <QVariant>

namespace causeway {
namespace {

// Reads the columns of one row by name; the first value that is not allowed makes error()
// non-empty.
class Reader final {
public:
    Reader(const QSqlQuery& row, QString object)
        : m_row(row)
        , m_object(std::move(object))
    {
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    // Null QString for NULL.
    [[nodiscard]] QString text(const char* column) const
    {
        const QVariant value = m_row.value(QLatin1String(column));
        return value.isNull() ? QString() : value.toString();
    }

    [[nodiscard]] qint64 integer(const char* column) const { return text(column).toLongLong(); }

    [[nodiscard]] std::optional<QDateTime> time(const char* column) const
    {
        QDateTime value =
            QDateTime::fromString(text(column).left(23), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
        value.setTimeSpec(Qt::UTC);
        return value.isValid() ? std::optional(value) : std::nullopt;
    }

    template<typename E>
    E choice(const char* column, std::optional<E> (*parse)(const QString&),
             ErrorCode code = ErrorCode::CfgInvalid)
    {
        const QString spelling = text(column);
        const std::optional<E> value = parse(spelling);
        if (!value)
            fail(column, spelling, code);
        return value.value_or(E{});
    }

    std::optional<RowImage> row(const char* column)
    {
        const QString stored = text(column);
        std::optional<RowImage> image = restoreRow(stored.toUtf8());
        if (!image && !stored.isNull())
            fail(column, stored.left(40), ErrorCode::CfgInvalid);
        return image;
    }

private:
    void fail(const char* column, const QString& value, ErrorCode code)
    {
        if (m_error)
            return;
        const QString detail =
            QCoreApplication::translate("causeway::ControlStore", "Column %1 holds \"%2\".");
        m_error = makeError(code, m_object, detail.arg(QLatin1String(column), value));
    }

    const QSqlQuery& m_row;
    QString m_object;
    std::optional<Error> m_error;
};

template<typename Row>
Result<Row> checked(const Reader& reader, Row row)
{
    if (reader.error())
        return *reader.error();
    return row;
}

ChangeCounts readCounts(const Reader& reader, const QByteArray& direction)
{
    const auto count = [&](const char* action) {
        const QByteArray column = direction + action;
        return reader.integer(column.constData());
    };
    return {count("_inserted"), count("_updated"), count("_deleted")};
}

void readOutcome(Reader& reader, LogRow& row)
{
    row.endTime = reader.time("end_time");
    row.durationSeconds = reader.text("duration").toDouble();
    row.remoteRows = reader.integer("rows_read_remote");
    row.localRows = reader.integer("rows_read_local");
    row.remoteToLocal = readCounts(reader, "remote_to_local");
    row.localToRemote = readCounts(reader, "local_to_remote");
    row.skipped = reader.integer("rows_skipped");
    row.conflicts = reader.integer("conflicts");
    row.errorCode = reader.text("error_code");
    row.errorMessage = reader.text("error_message");
}

void readSettlement(Reader& reader, ConflictRow& row)
{
    row.state = reader.choice("state", parseConflictState);
    if (row.state == ConflictState::Settled)
        row.settledHow = reader.choice("settled_how", parseSettlement);
    row.settledBy = reader.text("settled_by");
    row.settledAt = reader.time("settled_at");
}

} // namespace

Result<TableConfig> readConfig(const QSqlQuery& query)
{
    const QString table = query.value(QStringLiteral("table_name")).toString();
    Reader reader(query, QLatin1String("db_sync_config, ") + table);
    TableConfig row;
    row.id = static_cast<int>(reader.integer("id"));
    row.table = table;
    row.enabled = reader.integer("sync_enabled") != 0;
    row.type = reader.choice("sync_type", parseSyncType);
    row.direction = reader.choice("sync_direction", parseDirection, ErrorCode::CfgDirection);
    row.lastSyncTime = reader.time("last_sync_time");
    row.lastSyncPosition = reader.text("last_sync_position");
    row.priority = static_cast<int>(reader.integer("priority"));
    row.policy = reader.choice("conflict_resolution", parsePolicy);
    row.createdAt = reader.time("created_at").value_or(QDateTime());
    row.updatedAt = reader.time("updated_at").value_or(QDateTime());
    return checked(reader, row);
}

Result<LogRow> readLogRow(const QSqlQuery& query)
{
    const QString id = query.value(QStringLiteral("id")).toString();
    Reader reader(query, QLatin1String("db_sync_log, id ") + id);
    LogRow row;
    row.id = id.toLongLong();
    row.runId = reader.text("run_id");
    row.table = reader.text("table_name");
    row.type = reader.choice("sync_type", parseSyncType);
    row.direction = reader.choice("sync_direction", parseDirection, ErrorCode::CfgDirection);
    row.status = reader.choice("status", parseRunStatus);
    row.trigger = reader.choice("trigger_source", parseTriggerSource);
    row.startTime = reader.time("start_time").value_or(QDateTime());
    row.createdAt = reader.time("created_at").value_or(QDateTime());
    readOutcome(reader, row);
    return checked(reader, row);
}

Result<ConflictRow> readConflict(const QSqlQuery& query)
{
    const QString id = query.value(QStringLiteral("id")).toString();
    Reader reader(query, QLatin1String("db_sync_conflict, id ") + id);
    ConflictRow row;
    row.id = id.toLongLong();
    row.runId = reader.text("run_id");
    row.table = reader.text("table_name");
    row.key = reader.row("row_key").value_or(RowImage{});
    row.kind = reader.choice("kind", parseConflictKind);
    row.remote = reader.row("remote_row");
    row.local = reader.row("local_row");
    row.base = reader.row("base_row");
    row.policy = reader.choice("policy", parsePolicy);
    row.remoteDigest = reader.text("remote_digest").toULongLong();
    row.localDigest = reader.text("local_digest").toULongLong();
    row.message = reader.text("message");
    row.foundAt = reader.time("found_at").value_or(QDateTime());
    row.updatedAt = reader.time("updated_at").value_or(QDateTime());
    readSettlement(reader, row);
    return checked(reader, row);
}

} // namespace causeway
