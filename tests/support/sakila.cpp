// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sakila.h"

#include "sync/control/sql_script.h"

#include <QProcess>
#include <QRegularExpression>

namespace causeway::test {
namespace {

QByteArray uncompressed(const QString& path)
{
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
    if (!gzip.waitForFinished() || gzip.exitCode() != 0)
        qFatal("cannot read %s", qUtf8Printable(path));
    return gzip.readAllStandardOutput();
}

// The geometry column stands in comments that only MySQL executes; MariaDB shall have it as well.
QByteArray withGeometry(const QByteArray& script)
{
    static const QRegularExpression comment(QStringLiteral("/\\*!50705 (.*?)\\*/"));
    return QString::fromUtf8(script).replace(comment, QStringLiteral("\\1")).toUtf8();
}

// The fixture has its own database: the script's choice of one is left out.
bool choosesDatabase(const QByteArray& statement)
{
    return statement.startsWith("USE ") || statement.startsWith("DROP SCHEMA") ||
           statement.startsWith("CREATE SCHEMA");
}

void runScript(Connection& connection, const QString& path)
{
    for (QByteArray statement : splitSqlScript(withGeometry(uncompressed(path)))) {
        if (choosesDatabase(statement))
            continue;
        statement.replace(" sakila.", " "); // two views name it
        const Result<Executed> done = connection.execute(statement);
        require(done ? okStatus() : Status(done.error()), QString::fromUtf8(statement.left(60)));
    }
}

} // namespace

void loadSakila(TwoSidedFixture& fixture, Side side)
{
    // MySQL with a binary log wants this before it lets anybody make a function.
    fixture.run(side, "SET GLOBAL log_bin_trust_function_creators=1");
    for (const char* part : {"schema", "data"}) {
        const QString name = QStringLiteral("/sakila/sakila-mv-%1.sql.gz").arg(QLatin1String(part));
        runScript(fixture.on(side), QLatin1String(CAUSEWAY_TEST_DATA) + name);
    }
    fixture.reconnect(side); // the script changed settings of its session
}

} // namespace causeway::test
