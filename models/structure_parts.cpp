// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure_model.h"

#include <algorithm>

namespace causeway {
namespace {

using Kind = StructurePart::Kind;

/// A part as one side describes it.
struct Description {
    QString name;
    QString essence; ///< what must be the same for rows to go across; empty: nothing must
    QString text;
};

QString essenceOf(const ColumnSchema& column)
{
    if (column.generated)
        return {}; // never written
    QString type = column.columnType;
    if (!type.contains(QLatin1String("zerofill")))
        type.replace(QLatin1String("tinyint(1)"), QLatin1String("tinyint"));
    return type + (column.nullable ? QStringLiteral(" NULL") : QStringLiteral(" NOT NULL"));
}

QString defaultOf(const ColumnSchema& column)
{
    switch (column.defaultValue.kind) {
    case ColumnDefault::Kind::Literal:
        return QStringLiteral(" DEFAULT '%1'").arg(column.defaultValue.text);
    case ColumnDefault::Kind::Expression:
        return QStringLiteral(" DEFAULT ") + column.defaultValue.text;
    default:
        return {};
    }
}

Description describe(const ColumnSchema& column)
{
    QString text = column.columnType +
                   (column.nullable ? QStringLiteral(" NULL") : QStringLiteral(" NOT NULL"));
    if (column.generated)
        text += QStringLiteral(" AS (%1)").arg(column.generationExpression);
    text += defaultOf(column);
    if (column.autoIncrement)
        text += QStringLiteral(" AUTO_INCREMENT");
    if (!column.onUpdate.isEmpty())
        text += QStringLiteral(" ON UPDATE ") + column.onUpdate;
    if (!column.collation.isEmpty())
        text += u' ' + column.collation;
    return {column.name, essenceOf(column), text};
}

QString partText(const IndexPart& part)
{
    if (part.column.isEmpty())
        return u'(' + part.expression + u')';
    const QString prefix = part.prefix > 0 ? QStringLiteral("(%1)").arg(part.prefix) : QString();
    return part.column + prefix;
}

Description describe(const IndexSchema& index)
{
    QStringList columns;
    for (const IndexPart& part : index.parts)
        columns << partText(part);
    const bool isPrimary = index.name == QLatin1String("PRIMARY");
    const QString word = isPrimary      ? QStringLiteral("PRIMARY KEY")
                         : index.unique ? QStringLiteral("UNIQUE")
                                        : QStringLiteral("INDEX");
    const QString name = QStringLiteral("%1 (%2)").arg(word, columns.join(QStringLiteral(", ")));
    return {name, index.unique ? name : QString(), isPrimary ? index.kind : index.name};
}

/// RESTRICT and NO ACTION are the same to these servers.
QString ruleOf(const QString& rule)
{
    return rule == QLatin1String("RESTRICT") ? QStringLiteral("NO ACTION") : rule;
}

Description describe(const ForeignKeySchema& key)
{
    const QString list = QStringLiteral(", ");
    const QString name =
        QStringLiteral("(%1) → %2 (%3)")
            .arg(key.columns.join(list), key.referencedTable, key.referencedColumns.join(list));
    return {name,
            {},
            QStringLiteral("ON DELETE %1 ON UPDATE %2")
                .arg(ruleOf(key.onDelete), ruleOf(key.onUpdate))};
}

template<typename Part>
std::vector<Description> describeAll(const std::vector<Part>& parts)
{
    std::vector<Description> all;
    for (const Part& part : parts)
        all.push_back(describe(part));
    return all;
}

const Description* find(const std::vector<Description>& all, const QString& name)
{
    const auto found = std::find_if(all.begin(), all.end(), [&name](const Description& one) {
        return one.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? nullptr : &*found;
}

void match(Kind kind, const std::vector<Description>& remote, const std::vector<Description>& local,
           std::vector<StructurePart>& parts)
{
    for (const Description& here : remote) {
        const Description* there = find(local, here.name);
        const QString essence = there ? there->essence : QString();
        parts.push_back({kind, here.name, here.text, there ? there->text : QString(),
                         here.essence.compare(essence, Qt::CaseInsensitive) != 0});
    }
    for (const Description& there : local) {
        if (!find(remote, there.name))
            parts.push_back({kind, there.name, {}, there.text, !there.essence.isEmpty()});
    }
}

} // namespace

std::vector<StructurePart> structureParts(const TableFacts& facts)
{
    const TableSchema remote = facts.remote.value_or(TableSchema());
    const TableSchema local = facts.local.value_or(TableSchema());
    std::vector<StructurePart> parts;
    match(Kind::Column, describeAll(remote.columns), describeAll(local.columns), parts);
    match(Kind::Key, describeAll(remote.indexes), describeAll(local.indexes), parts);
    match(Kind::ForeignKey, describeAll(remote.foreignKeys), describeAll(local.foreignKeys), parts);
    return parts;
}

} // namespace causeway
