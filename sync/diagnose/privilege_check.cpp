// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/diagnose/privilege_check.h"

#include "sync/db/connection.h"

namespace causeway {
namespace {

using diagnosesql::Right;

Result<bool> holds(Connection& connection, Right right)
{
    const QByteArray sql = diagnosesql::probe(right, connection.config().database);
    const auto executed = connection.execute(sql);
    if (executed.ok())
        return true;
    if (executed.error().breaksConnection())
        return executed.error();
    return executed.error().serverCode == diagnosesql::kNoSuchTable;
}

Result<QStringList> rightsOnTables(Connection& connection)
{
    auto rows = connection.query(diagnosesql::tableRights(connection.config().database));
    if (!rows)
        return rows.error();
    QStringList result;
    for (const Cells& row : rows->rows)
        result << QString::fromLatin1(row.at(0).value_or(QByteArray()));
    return result;
}

Result<bool> hasControlTables(Connection& connection)
{
    auto rows = connection.query(diagnosesql::controlTables(connection.config().database));
    if (!rows)
        return rows.error();
    return rows->rows.at(0).at(0).value_or(QByteArray()).toInt() > 0;
}

} // namespace

Result<PrivilegeReport> checkPrivileges(Connection& connection)
{
    PrivilegeReport report;
    auto onTables = rightsOnTables(connection);
    if (!onTables)
        return onTables.error();
    for (const Right right : {Right::Select, Right::Insert, Right::Update, Right::Delete}) {
        auto held = holds(connection, right);
        if (!held)
            return held.error();
        const QString name = QString::fromLatin1(diagnosesql::rightName(right));
        if (!*held)
            (onTables->contains(name) ? report.tablesOnly : report.missing) << name;
    }
    auto create = holds(connection, Right::Create);
    if (!create)
        return create.error();
    auto control = hasControlTables(connection);
    if (!control)
        return control.error();
    report.canCreate = *create;
    report.hasControlTables = *control;
    return report;
}

} // namespace causeway
