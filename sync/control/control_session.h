// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/core/timeouts.h"
#include "sync/profile/profile.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>

namespace causeway {

/// One named QMYSQL connection to a local database, for the control tables only.
///
/// Session: utf8mb4, UTC, our sql_mode, short lock waits; never reconnects by itself.
/// Thread:    belongs to the thread that opened it.
/// Ownership: closes and removes its connection. Never hands it out.
/// Errors:    as serverError() maps the server's number; CFG_005 for a missing table.
class ControlSession final {
public:
    [[nodiscard]] static Result<std::unique_ptr<ControlSession>> open(const SideConfig& local,
                                                                      const Timeouts& timeouts);
    ControlSession(const ControlSession&) = delete;
    ControlSession& operator=(const ControlSession&) = delete;
    ~ControlSession();

    /// Runs @p sql and gives each row, in order, to @p onRow; the first error of it ends the loop.
    [[nodiscard]] Status select(const QByteArray& sql,
                                const std::function<Status(const QSqlQuery& row)>& onRow);
    /// @return rows found by the statement.
    [[nodiscard]] Result<qint64> execute(const QByteArray& sql);
    /// First column of the only row.
    [[nodiscard]] Result<qint64> count(const QByteArray& sql);
    /// Runs @p work in one transaction, which is rolled back unless it succeeds.
    [[nodiscard]] Status transaction(const std::function<Status()>& work);

    /// "local · user@host:port/database".
    [[nodiscard]] const QString& label() const { return m_label; }

private:
    explicit ControlSession(const SideConfig& local);
    [[nodiscard]] Status connect(const SideConfig& local, const Timeouts& timeouts);
    [[nodiscard]] Status demandTls(const SideConfig& local);
    [[nodiscard]] Status run(QSqlQuery& query, const QByteArray& sql);
    [[nodiscard]] Error errorOf(const QSqlError& failure) const;

    QString m_name;
    QString m_label;
    QSqlDatabase m_database;
};

} // namespace causeway
