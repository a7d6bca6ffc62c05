// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_store.h"
#include "sync/doctor/check.h"
#include "sync/schema/compare_schema.h"
#include "sync/schema/introspect.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "structure";
using Tables = std::map<QString, TableSchema>;

QString idFor(const QString& table)
{
    return QLatin1String("structure.") + table;
}

Finding absent(const QString& table, Side side)
{
    Finding finding =
        problem(idFor(table), QCoreApplication::translate("causeway::Doctor",
                                                          "%1 is to be synced, but %2 has no such "
                                                          "table.")
                                  .arg(table, sideWord(side)));
    finding.code = ErrorCode::SyncStructure;
    finding.fix = FixKind::Confirm;
    finding.steps << QCoreApplication::translate(
                         "causeway::Doctor",
                         "causewayctl init --create-missing shows the statements and makes it.")
                  << QCoreApplication::translate(
                         "causeway::Doctor",
                         "Or leave it out: causewayctl config set %1 sync_enabled=0")
                         .arg(table);
    return finding;
}

Finding keyless(const QString& table)
{
    Finding finding = warning(
        idFor(table), QCoreApplication::translate(
                          "causeway::Doctor",
                          "%1 has no key that tells its rows apart: it can be mirrored in one "
                          "direction only, and every run reads all of it.")
                          .arg(table));
    finding.code = ErrorCode::SyncNoKey;
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "Add a PRIMARY KEY, best one whole number, on both sides.");
    return finding;
}

Finding differing(const QString& table, const Error& error)
{
    Finding finding = problemOf(idFor(table), error);
    if (!finding.what.contains(table))
        finding.what.prepend(table + QLatin1String(": "));
    return finding;
}

Finding nothingEnabled()
{
    Finding finding = warning(
        QLatin1String(kId),
        QCoreApplication::translate("causeway::Doctor", "No table is enabled: nothing is synced."));
    finding.fix = FixKind::Confirm;
    finding.steps << QCoreApplication::translate("causeway::Doctor",
                                                 "Switch on what shall be synced: causewayctl "
                                                 "config set TABLE sync_enabled=1");
    return finding;
}

std::optional<Finding> judge(const TableConfig& config, const Tables& remote, const Tables& local)
{
    const auto there = remote.find(config.table);
    const auto here = local.find(config.table);
    if (there == remote.end())
        return absent(config.table, Side::Remote);
    if (here == local.end())
        return absent(config.table, Side::Local);
    if (const Status same = compareStructures(there->second, here->second); !same)
        return differing(config.table, same.error());
    if (here->second.rowKey().isEmpty() || there->second.rowKey().isEmpty())
        return keyless(config.table);
    const Status keyed = compareTables(there->second, here->second);
    return keyed ? std::nullopt : std::optional(differing(config.table, keyed.error()));
}

Result<std::vector<Finding>> judgeAll(Examination& examination)
{
    auto store = ControlStore::open(examination.profile.local);
    CAUSEWAY_TRY(store);
    const auto configs = store->configs();
    CAUSEWAY_TRY(configs);
    const auto remote = introspect(*examination.connection(Side::Remote));
    CAUSEWAY_TRY(remote);
    const auto local = introspect(*examination.connection(Side::Local));
    CAUSEWAY_TRY(local);
    std::vector<Finding> findings;
    qsizetype enabled = 0;
    for (const TableConfig& config : *configs) {
        if (!config.enabled)
            continue;
        ++enabled;
        if (auto found = judge(config, *remote, *local))
            findings.push_back(std::move(*found));
    }
    if (enabled == 0)
        return std::vector<Finding>{nothingEnabled()};
    if (findings.empty())
        findings.push_back(
            fine(QLatin1String(kId),
                 QCoreApplication::translate("causeway::Doctor",
                                             "The %1 tables to be synced match on both sides.")
                     .arg(enabled)));
    return findings;
}

std::vector<Finding> look(Examination& examination)
{
    auto findings = judgeAll(examination);
    return findings ? std::move(*findings)
                    : std::vector<Finding>{problemOf(QLatin1String(kId), findings.error())};
}

} // namespace

Check structureCheck()
{
    return {kId, Needs::ControlTables, &look, nullptr};
}

} // namespace causeway::doctor
