// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"

namespace causeway {

/// A transaction that rolls back unless it was committed. The connection must outlive it.
class [[nodiscard]] Transaction final {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// An error with outcomeUnknown() means just that: the server may have committed.
    [[nodiscard]] Status commit();
    [[nodiscard]] Status rollback();

private:
    explicit Transaction(Connection& connection);
    Connection* m_connection;
};

} // namespace causeway
