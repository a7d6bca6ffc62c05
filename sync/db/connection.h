// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/result.h"
#include "sync/core/timeouts.h"
#include "sync/db/row_view.h"
#include "sync/dialect/server_info.h"
#include "sync/profile/profile.h"
#include "sync/row/row_image.h"

#include <QByteArrayList>

#include <functional>
#include <memory>
#include <vector>

namespace causeway {

/// Bounds and rights of one connection.
struct ConnectionOptions {
    Timeouts timeouts{};
    bool boundTransactions = false; ///< the server ends an idle transaction: Timeouts::transaction
    bool bulkLoad = false; ///< may answer the server's request for local data (from memory only)
    QString instance;      ///< ServerInfo::instance of the only server that will do; empty: any
    bool selectDatabase = true; ///< false: log in without choosing the database
};

/// What a statement did.
struct Executed {
    quint64 affected = 0; ///< rows found (CLIENT_FOUND_ROWS), not rows changed
    quint64 warnings = 0;
};

/// A whole result in memory: for results that are known to be small.
struct ResultSet {
    std::vector<Cells> rows;
};

/// One connection to one server through Connector/C, for row data.
///
/// Session, set and read back on opening: UTC, utf8mb4, strict sql_mode of our own, REPEATABLE
/// READ, short lock waits, no auto-reconnect, no multi-statements outside executeTogether().
/// Local-infile requests are refused unless ConnectionOptions::bulkLoad, and then answered from
/// memory only, whatever file the server names.
///
/// Thread:    usable from any one thread at a time (not from two at once).
/// Ownership: movable; closes on destruction.
/// Errors:    DB_CONN_*, else as serverError() maps the server's number. Never throws.
class Connection final {
public:
    [[nodiscard]] static Result<Connection> open(const SideConfig& config, Side side,
                                                 const ConnectionOptions& options = {});
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    /// Runs a statement without a result.
    [[nodiscard]] Result<Executed> execute(const QByteArray& sql);
    /// Runs statements without results in one exchange with the server, for links with a long way
    /// there and back. The server stops at the first that fails. Where a proxy does not allow it,
    /// they are run one by one.
    /// @return affected rows and warnings of all of them together; showWarnings() would only tell
    /// of the last one's.
    [[nodiscard]] Result<Executed> executeTogether(const QByteArrayList& statements);
    /// Runs a query and keeps its whole result.
    [[nodiscard]] Result<ResultSet> query(const QByteArray& sql);
    /// Runs a query unbuffered; @p onRow gets each row and returns false to stop early (the rest is
    /// read and dropped). Memory: one row.
    [[nodiscard]] Status stream(const QByteArray& sql,
                                const std::function<bool(const RowView&)>& onRow);
    /// As execute(), for LOAD DATA LOCAL: @p source fills @p buffer (at most @p capacity bytes) and
    /// returns the bytes written, 0 at the end, a negative number to fail the statement.
    [[nodiscard]] Result<Executed>
    load(const QByteArray& sql, const std::function<int(char* buffer, unsigned capacity)>& source);

    [[nodiscard]] Side side() const;
    [[nodiscard]] const ServerInfo& server() const;
    /// "remote · user@host:port/database", for errors.
    [[nodiscard]] QString label() const;
    /// load() may be used: asked for on opening, and the server allows it.
    [[nodiscard]] bool canLoad() const;
    /// How long the server lets a transaction of this connection idle; nullopt: not bounded.
    [[nodiscard]] std::optional<std::chrono::seconds> idleTransaction() const;
    [[nodiscard]] quint64 threadId() const; ///< the server's id of this connection, for KILL QUERY
    [[nodiscard]] const SideConfig& config() const;
    [[nodiscard]] QString tlsCipher() const; ///< empty when not encrypted

private:
    class Impl;
    explicit Connection(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace causeway
