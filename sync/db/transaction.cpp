// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/transaction.h"

#include "sync/dialect/session_sql.h"

#include <utility>

namespace causeway {
namespace {

/// A transaction that idles keeps its locks: the server shall end it soon when we are gone without
/// a word. Outside of one the connection may idle long, while tables are compared.
Status boundIdleTime(Connection& connection, bool inTransaction)
{
    const auto bound = connection.idleTransaction();
    if (!bound)
        return okStatus();
    for (const QByteArray& sql :
         sessionsql::idleBound(connection.server().family, inTransaction ? bound : std::nullopt))
        CAUSEWAY_TRY(connection.execute(sql));
    return okStatus();
}

} // namespace

Transaction::Transaction(Connection& connection)
    : m_connection(&connection)
{
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    // A failed rollback means a dead connection: the server rolls back by itself.
    if (m_connection)
        static_cast<void>(rollback());
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    CAUSEWAY_TRY(boundIdleTime(connection, true));
    CAUSEWAY_TRY(connection.execute(sessionsql::startTransaction()));
    return Transaction(connection);
}

Status Transaction::commit()
{
    Connection& connection = *std::exchange(m_connection, nullptr);
    if (const auto committed = connection.execute(sessionsql::commit()); !committed) {
        Error error = committed.error();
        // Refused, and the server still there: nothing of it may stay open.
        error.commitRefused = !error.breaksConnection() && !error.outcomeUnknown() &&
                              connection.execute(sessionsql::rollback()).ok();
        return error;
    }
    static_cast<void>(boundIdleTime(connection, false)); // too short a bound is no failed commit
    return okStatus();
}

Status Transaction::rollback()
{
    Connection& connection = *std::exchange(m_connection, nullptr);
    CAUSEWAY_TRY(connection.execute(sessionsql::rollback()));
    return boundIdleTime(connection, false);
}

} // namespace causeway
