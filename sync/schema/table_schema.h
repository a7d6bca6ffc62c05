// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace causeway {

/// What a column's values are, whatever the server calls the type. Decides how a value is read,
/// digested, written and compared.
enum class TypeClass {
    Integer,
    Decimal,
    Float,
    Double,
    Bit,
    Text,
    Binary,
    Enum,
    Set,
    Date,
    Time,
    DateTime,
    Timestamp,
    Year,
    Json,
    Geometry,
    Uuid,
    Inet4,
    Inet6,
    Unsupported
};

struct ColumnDefault {
    enum class Kind { None, Null, Literal, Expression };
    Kind kind = Kind::None;
    /// Literal without quotes (binary types: 0x…; BIT: b'…'), or the expression as the server
    /// prints it, CURRENT_TIMESTAMP(n) always in that spelling.
    QString text;
    bool operator==(const ColumnDefault&) const = default;
};

struct ColumnSchema {
    QString name;
    TypeClass type = TypeClass::Unsupported;
    QString dataType; ///< information_schema DATA_TYPE, lower case: "varchar"
    /// Normalised COLUMN_TYPE: no integer display width but for tinyint(1) and ZEROFILL, "json" for
    /// MariaDB's JSON alias, the subtype alone for geometry.
    QString columnType;
    QString charset; ///< empty for types without
    QString collation;
    qint64 length = 0; ///< CHARACTER_MAXIMUM_LENGTH (characters) or bytes for binary types; 0 none
    bool isUnsigned = false;
    bool nullable = false;
    bool generated = false; ///< never written, not part of the digest
    QString generationExpression;
    bool storedGenerated = false;
    bool invisible = false;
    bool autoIncrement = false;
    QString onUpdate; ///< "CURRENT_TIMESTAMP(6)" or empty
    ColumnDefault defaultValue;
    QString comment;
};

struct IndexPart {
    QString column; ///< empty for an expression part
    int prefix = 0; ///< 0: whole column
    bool descending = false;
    QString expression = {}; ///< of an expression part, as the server prints it
};
struct IndexSchema {
    QString name; ///< "PRIMARY" for the primary key
    bool unique = false;
    QString kind; ///< "BTREE", "FULLTEXT", "SPATIAL", …
    std::vector<IndexPart> parts;
};
struct ForeignKeySchema {
    QString name;
    QString table; ///< the child
    QStringList columns;
    QString referencedSchema; ///< empty: this database
    QString referencedTable;  ///< the parent
    QStringList referencedColumns;
    QString onDelete; ///< "CASCADE", "SET NULL", "RESTRICT", "NO ACTION"
    QString onUpdate;
};

/// A base table as one server's catalogue describes it.
struct TableSchema {
    QString name;
    QString engine;
    QString charset;
    QString collation;
    QString comment;
    bool systemVersioned = false;
    qint64 estimatedRows = 0;
    std::vector<ColumnSchema> columns; ///< in ordinal order, invisible ones included
    std::vector<IndexSchema> indexes;
    std::vector<ForeignKeySchema> foreignKeys; ///< of this table as the child
    std::vector<QString> triggers;             ///< names

    /// By name, whatever its case (as the servers do); nullptr when there is none.
    [[nodiscard]] const ColumnSchema* column(const QString& columnName) const;
    /// Columns of the row key: the primary key, else the UNIQUE key with the fewest columns (then
    /// by their names), over whole NOT NULL, ungenerated columns of exact types. Empty when there
    /// is none.
    [[nodiscard]] QStringList rowKey() const;
};

} // namespace causeway
