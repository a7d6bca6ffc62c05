// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/server_account_sql.h"

#include "sync/dialect/quote.h"

namespace causeway {

QByteArray portAccountSql(const QString& user, const QString& password)
{
    const QByteArray account = quoteText(user) + "@'127.0.0.1'";
    const QByteArray identified = account + " IDENTIFIED BY " + quoteText(password) + ";\n";
    return "CREATE USER IF NOT EXISTS " + identified + "ALTER USER " + identified +
           "GRANT ALL PRIVILEGES ON *.* TO " + account + " WITH GRANT OPTION;\n" +
           "DROP USER IF EXISTS 'root'@'127.0.0.1';\n"
           "DROP USER IF EXISTS 'root'@'::1';\n";
}

} // namespace causeway
