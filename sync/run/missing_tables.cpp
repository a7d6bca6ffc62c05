// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/missing_tables.h"

#include "sync/dialect/create_table.h"

#include <QCoreApplication>

#include <set>

namespace causeway {
namespace {

QString onlyThere(Side side)
{
    return side == Side::Remote
               ? QCoreApplication::translate("causeway::Initialise", "only the remote side has it")
               : QCoreApplication::translate("causeway::Initialise", "only the local side has it");
}

/// Plans for one source side; the target is the other.
class SidePlan final {
public:
    SidePlan(const PairCatalogue& catalogue, Side source, MissingTables& plan)
        : m_catalogue(catalogue)
        , m_source(source)
        , m_plan(plan)
    {
        for (const auto& [name, table] : tables(target()))
            m_present.insert(key(name));
    }

    void listOnly()
    {
        for (const auto& [name, table] : tables(m_source)) {
            if (!tables(target()).contains(name))
                skip(name, onlyThere(m_source));
        }
    }

    void createTables()
    {
        for (const auto& [name, table] : tables(m_source)) {
            if (!tables(target()).contains(name))
                createTable(table);
        }
    }

    void addForeignKeys()
    {
        for (const TableSchema* table : m_created) {
            TableSchema reachable = *table;
            std::erase_if(reachable.foreignKeys, [this](const ForeignKeySchema& foreignKey) {
                return !hasParent(foreignKey);
            });
            if (const QByteArray sql = addForeignKeysSql(reachable); !sql.isEmpty())
                m_plan.statements.push_back({target(), table->name, QString::fromUtf8(sql)});
        }
    }

private:
    [[nodiscard]] Side target() const { return otherSide(m_source); }
    [[nodiscard]] const std::map<QString, TableSchema>& tables(Side side) const
    {
        return m_catalogue.tables(side);
    }
    /// What the target server takes for the same table name.
    [[nodiscard]] QString key(const QString& name) const
    {
        return m_catalogue.server(target()).lowerCaseTableNames == 0 ? name : name.toLower();
    }

    void skip(const QString& table, const QString& reason)
    {
        m_plan.skipped += QStringLiteral("%1: %2").arg(table, reason);
    }

    void createTable(const TableSchema& table)
    {
        if (table.engine.compare(QLatin1String("InnoDB"), Qt::CaseInsensitive) != 0) {
            skip(table.name, QCoreApplication::translate(
                                 "causeway::Initialise",
                                 "its storage engine %1 has no transactions, so it is not made "
                                 "on the other side")
                                 .arg(table.engine));
            return;
        }
        if (m_present.contains(key(table.name))) {
            skip(table.name, QCoreApplication::translate(
                                 "causeway::Initialise",
                                 "the other server has a table whose name differs in case only"));
            return;
        }
        auto sql = createTableSql(table, m_catalogue.server(m_source).family,
                                  m_catalogue.server(target()));
        if (!sql.ok()) {
            skip(table.name, sql.error().detail);
            return;
        }
        m_plan.statements.push_back({target(), table.name, QString::fromUtf8(*sql)});
        m_plan.created += table.name;
        m_created.push_back(&table);
        m_present.insert(key(table.name));
    }

    bool hasParent(const ForeignKeySchema& foreignKey)
    {
        if (!foreignKey.referencedSchema.isEmpty() ||
            m_present.contains(key(foreignKey.referencedTable)))
            return true;
        skip(foreignKey.table, QCoreApplication::translate(
                                   "causeway::Initialise",
                                   "made without the foreign key %1, because its parent table %2 "
                                   "is not there")
                                   .arg(foreignKey.name, foreignKey.referencedTable));
        return false;
    }

    const PairCatalogue& m_catalogue;
    Side m_source;
    MissingTables& m_plan;
    std::set<QString> m_present; ///< on the target, now or after the plan
    std::vector<const TableSchema*> m_created;
};

} // namespace

MissingTables planMissingTables(const PairCatalogue& catalogue, bool create)
{
    MissingTables plan;
    SidePlan toLocal(catalogue, Side::Remote, plan);
    SidePlan toRemote(catalogue, Side::Local, plan);
    if (!create) {
        toLocal.listOnly();
        toRemote.listOnly();
        return plan;
    }
    toLocal.createTables();
    toRemote.createTables();
    toLocal.addForeignKeys();
    toRemote.addForeignKeys();
    return plan;
}

} // namespace causeway
