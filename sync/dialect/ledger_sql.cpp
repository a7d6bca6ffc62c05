// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/ledger_sql.h"

#include "sync/dialect/column_sql.h"
#include "sync/dialect/quote.h"

#include <QCryptographicHash>

namespace causeway {
namespace {

/// The key columns as the ledger holds them: texts in utf8mb4, so that their canonical text (and
/// with it their bucket) is what the synced table's own columns give.
TableShape ledgerShape(int configId, const TableShape& shape)
{
    TableShape result;
    result.table = ledgerTableName(configId);
    for (const std::size_t index : shape.key) {
        ColumnSchema column = shape.columns[index];
        column.nullable = false;
        if (!column.charset.isEmpty())
            column.charset = QStringLiteral("utf8mb4");
        result.key.push_back(result.columns.size());
        result.columns.push_back(column);
    }
    return result;
}

QByteArray digestLiteral(std::optional<quint64> digest)
{
    return digest ? QByteArray::number(*digest) : QByteArray("NULL");
}

std::optional<QByteArrayView> optionalView(const QByteArray& bytes)
{
    return bytes.isNull() ? std::nullopt : std::optional<QByteArrayView>(bytes);
}

void appendNumber(QByteArray& line, std::optional<quint64> digest)
{
    if (digest)
        line += QByteArray::number(*digest);
    else
        line += "\\N";
}

QByteArray mark(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).left(8).toHex();
}

QByteArray baseLiteral(const QByteArray& base)
{
    return base.isNull() ? QByteArray("NULL") : quoteText(base);
}

} // namespace

LedgerSql::LedgerSql(int configId, const TableShape& shape, ServerFamily family)
    : m_configId(configId)
    , m_keys(ledgerShape(configId, shape))
    , m_name(quoteIdentifier(m_keys.shape().table))
    , m_family(family)
{
}

void LedgerSql::readAsRecovered(quint64 remoteEpoch)
{
    const auto recovered = [remoteEpoch](const QByteArray& side) {
        return QByteArray("IF(causeway_pending_epoch <= " + QByteArray::number(remoteEpoch) +
                          ", causeway_pending_" + side + ", causeway_" + side + ")");
    };
    m_remote = recovered("remote");
    m_local = recovered("local");
    m_present = " AND COALESCE(" + m_remote + ", " + m_local + ") IS NOT NULL";
}

QString LedgerSql::tableName() const
{
    return m_keys.shape().table;
}

QByteArrayList LedgerSql::keyDefinitions() const
{
    // Keys are compared byte for byte, trailing blanks included.
    const QByteArray exact = m_family == ServerFamily::MariaDb ? QByteArray("utf8mb4_nopad_bin")
                                                               : QByteArray("utf8mb4_0900_bin");
    QByteArrayList definitions;
    for (const ColumnSchema& column : m_keys.shape().columns) {
        QByteArray type = column.columnType.toUtf8();
        QByteArray suffix = " NOT NULL";
        const bool isText = column.type == TypeClass::Text;
        if (isText || column.type == TypeClass::Enum || column.type == TypeClass::Set) {
            const qint64 length = isText && column.length > 0 ? column.length : 500;
            type = "VARCHAR(" + QByteArray::number(length) + ") CHARACTER SET utf8mb4 COLLATE " +
                   exact;
        } else if (column.type == TypeClass::Uuid || column.type == TypeClass::Inet4 ||
                   column.type == TypeClass::Inet6) {
            type = "VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin";
        } else if (column.type == TypeClass::Timestamp) {
            suffix = " NOT NULL DEFAULT '2000-01-01 00:00:00'"; // no automatic value
        }
        definitions << quoteIdentifier(column.name) + " " + type + suffix;
    }
    return definitions;
}

QByteArray LedgerSql::create() const
{
    return "CREATE TABLE IF NOT EXISTS " + m_name + " (" + keyDefinitions().join(", ") +
           ", causeway_remote BIGINT UNSIGNED NULL, causeway_local BIGINT UNSIGNED NULL, "
           "causeway_base LONGTEXT NULL, causeway_pending_epoch BIGINT UNSIGNED NULL, "
           "causeway_pending_remote BIGINT UNSIGNED NULL, "
           "causeway_pending_local BIGINT UNSIGNED NULL, PRIMARY KEY (" +
           m_keys.keyList() +
           ")) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COMMENT=" + quoteText(comment());
}

QByteArray LedgerSql::retype() const
{
    return "ALTER TABLE " + m_name + " MODIFY " + keyDefinitions().join(", MODIFY ") +
           ", COMMENT=" + quoteText(comment());
}

QByteArray LedgerSql::drop() const
{
    return "DROP TABLE " + m_name;
}

QByteArray LedgerSql::readComment() const
{
    return "SELECT TABLE_COMMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() "
           "AND TABLE_NAME = " +
           quoteText(tableName());
}

QByteArray LedgerSql::keyNamesMark() const
{
    return "Causeway: key " + mark(m_keys.keyList());
}

QByteArray LedgerSql::comment() const
{
    return keyNamesMark() + ' ' + mark(keyDefinitions().join(','));
}

QString ledgerTableName(int configId)
{
    return QStringLiteral("db_sync_ledger_%1").arg(configId);
}

QByteArray ledgerRegistryExistsSql()
{
    return "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND "
           "TABLE_NAME = 'db_sync_ledger'";
}

QByteArray pendingLedgersSql()
{
    return "SELECT config_id FROM db_sync_ledger WHERE pending_epoch IS NOT NULL";
}

QByteArray distrustLedgersSql()
{
    return "UPDATE db_sync_ledger SET fingerprint = '', updated_at = NOW(6)";
}

QByteArray createLedgerRegistrySql()
{
    return "CREATE TABLE IF NOT EXISTS `db_sync_ledger` (`config_id` INT NOT NULL PRIMARY KEY, "
           "`fingerprint` CHAR(64) CHARACTER SET ascii NOT NULL, "
           "`pending_epoch` BIGINT UNSIGNED NULL, `updated_at` DATETIME(6) NOT NULL) "
           "ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4";
}

QByteArray LedgerSql::readMeta() const
{
    return "SELECT fingerprint, pending_epoch FROM db_sync_ledger WHERE config_id = " +
           QByteArray::number(m_configId);
}

QByteArray LedgerSql::writeMeta(const QByteArray& fingerprint) const
{
    return "REPLACE INTO db_sync_ledger (config_id, fingerprint, pending_epoch, updated_at) VALUES "
           "(" +
           QByteArray::number(m_configId) + ", " + quoteText(fingerprint) + ", NULL, NOW(6))";
}

QByteArray LedgerSql::setPendingEpoch(std::optional<quint64> epoch) const
{
    return "UPDATE db_sync_ledger SET pending_epoch = " + digestLiteral(epoch) +
           ", updated_at = NOW(6) WHERE config_id = " + QByteArray::number(m_configId);
}

QByteArray LedgerSql::keyRange() const
{
    return m_keys.keyRange();
}
QByteArray LedgerSql::anyRow() const
{
    return "SELECT 1 FROM " + m_name + " WHERE TRUE" + m_present + " LIMIT 1";
}

QByteArray LedgerSql::aggregate(const Bucketing& bucketing) const
{
    return "SELECT " + m_keys.bucket(bucketing) + " AS causeway_bucket, COUNT(" + m_remote +
           "), BIT_XOR(" + m_remote + "), COUNT(" + m_local + "), BIT_XOR(" + m_local + ") FROM " +
           m_name + " GROUP BY causeway_bucket";
}

QByteArray LedgerSql::entries(const Bucketing& bucketing,
                              const std::vector<BucketId>& buckets) const
{
    return "SELECT " + m_keys.keyRead() + ", " + m_remote + ", " + m_local + " FROM " + m_name +
           " WHERE " + m_keys.whereBuckets(bucketing, buckets) + m_present;
}

QByteArray LedgerSql::entriesByKey(const std::vector<KeyBytes>& keys) const
{
    return "SELECT " + m_keys.keyRead() + ", " + m_remote + ", " + m_local + " FROM " + m_name +
           " WHERE (" + m_keys.whereKeys(keys) + ")" + m_present;
}

QByteArray LedgerSql::bases(const std::vector<KeyBytes>& keys) const
{
    return "SELECT " + m_keys.keyRead() + ", causeway_base FROM " + m_name + " WHERE " +
           m_keys.whereKeys(keys);
}

QByteArray LedgerSql::keyLiterals(const KeyBytes& key) const
{
    const TableShape& shape = m_keys.shape();
    const Cells cells = decodeKey(key, shape.key.size());
    QByteArray list;
    for (std::size_t i = 0; i < cells.size(); ++i)
        list += columnsql::literal(shape.columns[i], cells[i]) + ", ";
    return list;
}

QByteArray LedgerSql::agree(const std::vector<LedgerEntry>& entries) const
{
    // REPLACE is safe here: the table is ours, has one unique key and no foreign key.
    QByteArray sql = "REPLACE INTO " + m_name + " (" + m_keys.keyList() +
                     ", causeway_remote, causeway_local, causeway_base) VALUES ";
    const char* separator = "(";
    for (const LedgerEntry& entry : entries) {
        sql += separator + keyLiterals(entry.key) + digestLiteral(entry.remote) + ", " +
               digestLiteral(entry.local) + ", " + baseLiteral(entry.base) + ")";
        separator = ",(";
    }
    return sql;
}

QByteArray LedgerSql::forget(const std::vector<KeyBytes>& keys) const
{
    return m_keys.deleteRows(keys);
}

QByteArray LedgerSql::markPending(const std::vector<LedgerEntry>& entries, quint64 epoch) const
{
    QByteArray sql = "INSERT INTO " + m_name + " (" + m_keys.keyList() +
                     ", causeway_base, causeway_pending_epoch, causeway_pending_remote, "
                     "causeway_pending_local) VALUES ";
    const char* separator = "(";
    for (const LedgerEntry& entry : entries) {
        sql += separator + keyLiterals(entry.key) + baseLiteral(entry.base) + ", " +
               QByteArray::number(epoch) + ", " + digestLiteral(entry.remote) + ", " +
               digestLiteral(entry.local) + ")";
        separator = ",(";
    }
    return sql + " ON DUPLICATE KEY UPDATE causeway_base = VALUES(causeway_base), "
                 "causeway_pending_epoch = VALUES(causeway_pending_epoch), "
                 "causeway_pending_remote = VALUES(causeway_pending_remote), "
                 "causeway_pending_local = VALUES(causeway_pending_local)";
}

QList<QByteArray> ledgerRecoverySql(const QString& ledgerTable, quint64 epoch)
{
    const QByteArray name = quoteIdentifier(ledgerTable);
    const QByteArray noPending = "causeway_pending_epoch = NULL, causeway_pending_remote = NULL, "
                                 "causeway_pending_local = NULL ";
    return {
        "UPDATE " + name +
            " SET causeway_remote = causeway_pending_remote, "
            "causeway_local = causeway_pending_local, " +
            noPending + "WHERE causeway_pending_epoch <= " + QByteArray::number(epoch),
        // The base row was already that of the pending state: it is not known any more.
        "UPDATE " + name + " SET causeway_base = NULL, " + noPending +
            "WHERE causeway_pending_epoch IS NOT NULL",
        "DELETE FROM " + name + " WHERE causeway_remote IS NULL AND causeway_local IS NULL",
        "UPDATE db_sync_ledger SET pending_epoch = NULL, updated_at = NOW(6) WHERE config_id = " +
            quoteText(ledgerTable.section(u'_', -1)),
    };
}

QByteArray LedgerSql::load() const
{
    QByteArray targets;
    QByteArray assignments;
    const auto& columns = m_keys.shape().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int number = static_cast<int>(i);
        const bool variable = columnsql::loadsThroughVariable(columns[i]);
        targets +=
            (variable ? "@c" + QByteArray::number(number) : quoteIdentifier(columns[i].name)) +
            ", ";
        if (variable)
            assignments += (assignments.isEmpty() ? " SET " : ", ") +
                           columnsql::loadAssignment(columns[i], number);
    }
    return "LOAD DATA LOCAL INFILE 'causeway' INTO TABLE " + m_name + " CHARACTER SET utf8mb4 (" +
           targets + "causeway_remote, causeway_local, causeway_base)" + assignments;
}

void LedgerSql::appendLoadLine(QByteArray& line, const LedgerEntry& entry) const
{
    static const ColumnSchema text = [] {
        ColumnSchema column;
        column.type = TypeClass::Text;
        return column;
    }();
    const auto& columns = m_keys.shape().columns;
    const Cells cells = decodeKey(entry.key, columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columnsql::appendLoadField(line, columns[i], cells[i]);
        line += '\t';
    }
    appendNumber(line, entry.remote);
    line += '\t';
    appendNumber(line, entry.local);
    line += '\t';
    columnsql::appendLoadField(line, text, optionalView(entry.base));
    line += '\n';
}

} // namespace causeway
