// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_schema.h"

#include "sync/control/sql_script.h"

#include <QFile>

// The engine is a static library: its resources must be asked for by name, outside any namespace.
static void initialiseSqlResources()
{
    Q_INIT_RESOURCE(sql);
}

namespace causeway {

QList<QByteArray> scriptStatements(const QString& name)
{
    initialiseSqlResources();
    QFile file(QLatin1String(":/sql/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("SQL script %s is not built in", qPrintable(name));
    return splitSqlScript(file.readAll());
}

QList<QByteArray> controlTableStatements(Side side)
{
    return scriptStatements(side == Side::Local ? QStringLiteral("01-init.sql")
                                                : QStringLiteral("02-remote-state.sql"));
}

QStringList controlTableNames(Side side)
{
    if (side == Side::Remote)
        return {QStringLiteral("db_sync_state")};
    return {QStringLiteral("db_sync_config"), QStringLiteral("db_sync_log"),
            QStringLiteral("db_sync_conflict"), QStringLiteral("db_sync_schedule"),
            QStringLiteral("db_sync_state")};
}

} // namespace causeway
