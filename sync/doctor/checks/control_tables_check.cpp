// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_schema.h"
#include "sync/dialect/doctor_sql.h"
#include "sync/doctor/check.h"
#include "sync/doctor/control_columns.h"

#include <QCoreApplication>
#include <QSet>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "control_tables";

struct Missing {
    QStringList tables;                ///< "remote · db_sync_state"
    QStringList columns;               ///< "local · db_sync_log.conflicts"
    std::vector<Statement> statements; ///< that add the columns
    bool columnsCanBeAdded = true;     ///< all of them
    bool memoryWithoutState = false;   ///< ledgers are there, but not what tells whose they are
};

QString placed(Side side, const QString& name)
{
    return sideWord(side) + QStringLiteral(" · ") + name;
}

Status findColumns(Connection& connection, const QStringList& there, Missing& missing)
{
    auto rows = connection.query(doctorsql::ownColumns());
    CAUSEWAY_TRY(rows);
    QSet<QString> known;
    for (const Cells& row : rows->rows)
        known.insert((cellText(row, 0) + QLatin1Char('.') + cellText(row, 1)).toLower());
    for (const ControlColumn& column : controlColumns(connection.side())) {
        const QString name = column.table + QLatin1Char('.') + column.name;
        if (known.contains(name) || !there.contains(column.table, Qt::CaseInsensitive))
            continue;
        missing.columns << placed(connection.side(), name);
        missing.columnsCanBeAdded = missing.columnsCanBeAdded && column.canBeAdded();
        missing.statements.push_back({connection.side(), QString::fromUtf8(doctorsql::addColumn(
                                                             column.table, column.definition))});
    }
    return okStatus();
}

/// What is remembered is kept by the number of a config row and belongs to one pair: made anew,
/// these tables would have it speak of other tables, or of another pair.
Result<bool> remembersForNobody(Connection& local, const QStringList& there)
{
    const auto has = [&there](const char* name) {
        return there.contains(QLatin1String(name), Qt::CaseInsensitive);
    };
    if (has("db_sync_config") && has("db_sync_state"))
        return false;
    auto ledgers = local.query(doctorsql::countLedgers());
    CAUSEWAY_TRY(ledgers);
    return cellText(ledgers->rows.at(0), 0).toInt() > 0;
}

Result<Missing> findMissing(Examination& examination)
{
    Missing missing;
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto there = examination.ownTables(side);
        CAUSEWAY_TRY(there);
        for (const QString& name : controlTableNames(side)) {
            if (!there->contains(name, Qt::CaseInsensitive))
                missing.tables << placed(side, name);
        }
        CAUSEWAY_TRY(findColumns(*examination.connection(side), *there, missing));
        if (side == Side::Remote)
            continue;
        const auto forNobody = remembersForNobody(*examination.connection(side), *there);
        CAUSEWAY_TRY(forNobody);
        missing.memoryWithoutState = *forNobody;
    }
    return missing;
}

/// Those of `init`, but no table gets a config row: what is synced is for a person to say.
InitOptions tablesOnly(bool execute)
{
    InitOptions options;
    options.execute = execute;
    options.addConfigs = false;
    return options;
}

Finding ofMemory(const Missing& missing)
{
    Finding finding =
        problem(QLatin1String(kId),
                QCoreApplication::translate(
                    "causeway::Doctor", "Control tables are missing, yet what was learnt in past "
                                        "runs is there: it cannot be told what it belongs to."));
    finding.code = ErrorCode::CfgNotInitialised;
    finding.evidence = missing.tables;
    finding.fix = FixKind::Confirm;
    finding.steps
        << QCoreApplication::translate(
               "causeway::Doctor",
               "If a backup of the local database has these tables, restore them from it.")
        << QCoreApplication::translate(
               "causeway::Doctor",
               "Otherwise remove the tables db_sync_ledger and db_sync_ledger_… and set the pair "
               "up anew (causewayctl init): the next sync then begins additively, deletes nothing "
               "and makes a conflict of every row that differs.");
    return finding;
}

Finding ofTables(Examination& examination, const Missing& missing)
{
    const auto plan = initialisePair(examination.profile, tablesOnly(false), examination.stop);
    if (!plan)
        return problemOf(QLatin1String(kId), plan.error());
    Finding finding = problem(
        QLatin1String(kId),
        QCoreApplication::translate("causeway::Doctor",
                                    "Control tables are missing: %1. Without them nothing can be "
                                    "synced.")
            .arg(missing.tables.join(QLatin1String(", "))));
    finding.code = ErrorCode::CfgNotInitialised;
    finding.fix = FixKind::Safe;
    for (const InitStatement& statement : plan->statements)
        finding.statements.push_back({statement.side, statement.sql});
    finding.steps << QCoreApplication::translate("causeway::Doctor",
                                                 "causewayctl doctor --fix makes them, empty.")
                  << QCoreApplication::translate(
                         "causeway::Doctor",
                         "causewayctl init makes them too and has every table synced that both "
                         "sides have.");
    return finding;
}

Finding ofColumns(const Missing& missing)
{
    Finding finding =
        problem(QLatin1String(kId),
                QCoreApplication::translate("causeway::Doctor", "Control tables lack columns: %1.")
                    .arg(missing.columns.join(QLatin1String(", "))));
    finding.code = ErrorCode::CfgNotInitialised;
    if (missing.columnsCanBeAdded) {
        finding.fix = FixKind::Safe;
        finding.statements = missing.statements;
        finding.steps << QCoreApplication::translate(
            "causeway::Doctor", "causewayctl doctor --fix adds them with their defaults.");
    } else {
        finding.steps << QCoreApplication::translate(
            "causeway::Doctor", "What a person had decided, or what was learnt, is gone with a "
                                "column: restore the table "
                                "from a backup of its database.");
    }
    return finding;
}

std::vector<Finding> look(Examination& examination)
{
    const auto missing = findMissing(examination);
    if (!missing)
        return {problemOf(QLatin1String(kId), missing.error())};
    if (missing->memoryWithoutState)
        return {ofMemory(*missing)};
    std::vector<Finding> findings;
    if (!missing->tables.isEmpty())
        findings.push_back(ofTables(examination, *missing));
    if (!missing->columns.isEmpty())
        findings.push_back(ofColumns(*missing));
    if (findings.empty())
        findings.push_back(
            fine(QLatin1String(kId),
                 QCoreApplication::translate("causeway::Doctor", "All control tables are there.")));
    return findings;
}

Status repair(Examination& examination, std::vector<Statement>& done)
{
    const auto missing = findMissing(examination);
    CAUSEWAY_TRY(missing);
    if (missing->columnsCanBeAdded) {
        for (const Statement& statement : missing->statements) {
            CAUSEWAY_TRY(examination.connection(statement.side)->execute(statement.sql.toUtf8()));
            done.push_back(statement);
        }
    }
    if (missing->tables.isEmpty() || missing->memoryWithoutState)
        return okStatus();
    const auto made = initialisePair(examination.profile, tablesOnly(true), examination.stop);
    CAUSEWAY_TRY(made);
    for (const std::vector<InitStatement>* statements : {&made->statements, &made->records}) {
        for (const InitStatement& statement : *statements)
            done.push_back({statement.side, statement.sql});
    }
    return okStatus();
}

} // namespace

Check controlTablesCheck()
{
    return {kId, Needs::BothSides, &look, &repair};
}

} // namespace causeway::doctor
