// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/service_account.h"
#include "sync/server/watched_process.h"

#include <QString>

#include <chrono>
#include <optional>

namespace causeway {

/// The folder of one private server: where its files are, who owns them, and that only one owner
/// uses it at a time. Made with mode 0700.
///
/// Ownership: holds the folder's lock until destroyed; the kernel drops it when the process dies.
class ServerFolder final {
public:
    /// Makes and locks the folder. SYS_004 when it cannot be made or another owner holds it.
    [[nodiscard]] static Result<ServerFolder> open(const QString& wanted);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString data() const { return m_path + u"/data"; }
    [[nodiscard]] QString scratch() const { return m_path + u"/tmp"; }
    [[nodiscard]] QString log() const { return m_path + u"/server.log"; }
    [[nodiscard]] QString pidFile() const { return m_path + u"/server.pid"; }
    [[nodiscard]] QString initFile() const { return m_path + u"/init.sql"; }
    [[nodiscard]] QString socket() const { return m_socket; }
    [[nodiscard]] const std::optional<ServiceAccount>& account() const { return m_account; }

    /// The program whose complete data folder this is; empty when there is none.
    [[nodiscard]] QString preparedBy() const;
    [[nodiscard]] Status markPrepared(const QString& programId) const;
    /// Deletes the data; the folder stays.
    [[nodiscard]] Status wipe() const;
    /// Gives all files to the service account, when there is one.
    [[nodiscard]] Status handOver() const;

    /// Process id of a server that runs on this data folder, 0 when none does.
    [[nodiscard]] qint64 runningServer() const;
    /// Ends a server that an earlier owner left here: cleanly, and by force after @p patience.
    [[nodiscard]] Status endLeftover(std::chrono::seconds patience) const;

    /// Removes what a killed server left where the socket belongs. Its lock file names a process:
    /// one that has ended but that nobody has waited for yet would keep the next server from
    /// starting.
    /// @pre no server runs on this data folder.
    void removeStaleSocket() const;
    /// Removes the socket's own folder, when the socket is not in ours and nothing is left there.
    void tidySocket() const;

    /// Begins a new log, keeping the one before.
    void rotateLog() const;
    /// The last lines of the log, for people.
    [[nodiscard]] QString logTail() const;
    /// The content of a small file of ours, trimmed; empty when missing.
    [[nodiscard]] QString read(const QString& name) const;
    /// Writes such a file with mode 0600.
    [[nodiscard]] Status write(const QString& name, const QByteArray& content) const;

private:
    ServerFolder() = default;
    Status make(const QString& wanted);
    Status lock();
    Status placeSocket();

    QString m_path;
    QString m_socket;
    std::optional<ServiceAccount> m_account;
    FileHandle m_lock;
};

} // namespace causeway
