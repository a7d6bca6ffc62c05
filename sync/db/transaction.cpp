// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/transaction.h"

#include "sync/dialect/session_sql.h"

#include <utility>

namespace causeway {

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
        static_cast<void>(m_connection->execute(sessionsql::rollback()));
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    CAUSEWAY_TRY(connection.execute(sessionsql::startTransaction()));
    return Transaction(connection);
}

Status Transaction::commit()
{
    CAUSEWAY_TRY(std::exchange(m_connection, nullptr)->execute(sessionsql::commit()));
    return okStatus();
}

Status Transaction::rollback()
{
    CAUSEWAY_TRY(std::exchange(m_connection, nullptr)->execute(sessionsql::rollback()));
    return okStatus();
}

} // namespace causeway
