// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <QStringList>

#include <chrono>
#include <memory>

namespace causeway {

/// Which program a private server runs.
enum class ServerKind {
    MariaDb, ///< of this system
    MySql9,  ///< of the unpacked folder that CAUSEWAY_MYSQL_ROOT names
};

/// How a private server is to be run.
struct PrivateServerOptions {
    ServerKind kind = ServerKind::MariaDb;
    QString folder;            ///< its own, made when missing; data, log and socket live there
    QString templateFolder;    ///< prepared data folders are kept here and copied; empty: none kept
    bool listenOnPort = false; ///< also on a port of 127.0.0.1, for the account of portConfig()
    int port = 0;              ///< 0: a free one, kept from start to start while it stays free
    bool durable = true;       ///< false: commits are not forced to disk (scratch data)
    QStringList extraArguments; ///< for the server program; win over ours
    std::chrono::seconds startTimeout{90};
    std::chrono::seconds stopTimeout{40}; ///< then the server is killed
};

/// A database server of our own: a process in a folder of its own, reached by a UNIX socket and,
/// when wanted, a loopback port. It dies with this program, however this program ends: a watcher
/// sees our end of a pipe close and shuts the server down cleanly.
///
/// Started by root, the server runs as an ordinary account: CAUSEWAY_SERVER_USER, else mysql, else
/// nobody. Where that account cannot reach the folder, a folder below /var/tmp takes its place.
///
/// Thread:    any, needs no event loop; not from two threads at once.
/// Ownership: owns the process; the folder stays. One owner per folder: a second one gets an error.
///            A server left by an owner that is gone is stopped cleanly by the next start().
/// Errors:    SYS_004 for folders and accounts, SYS_005 for programs that are missing or fail, with
///            the last lines of the server's log. Never throws.
/// Blocks:    start, stop and reset until done, bounded by the options' time-outs.
class PrivateServer final {
public:
    [[nodiscard]] static Result<std::unique_ptr<PrivateServer>>
    start(const PrivateServerOptions& options);
    /// Whether the programs of @p kind are there; the error says what is missing.
    [[nodiscard]] static Status available(ServerKind kind);
    PrivateServer(const PrivateServer&) = delete;
    PrivateServer& operator=(const PrivateServer&) = delete;
    /// Stops the server.
    ~PrivateServer();

    /// Shuts the server down cleanly and waits for its end. No error when it is down already.
    [[nodiscard]] Status stop();
    /// Starts again after stop() or kill(), on the same data. No error when it runs.
    [[nodiscard]] Status restart();
    /// Stops, throws all data away, and starts with a fresh data folder.
    [[nodiscard]] Status reset();
    /// Ends the server at once, as a crash would.
    void kill();
    [[nodiscard]] bool isRunning() const;

    /// Login as root over the socket, which only our account can reach; root has no password.
    [[nodiscard]] SideConfig sideConfig(const QString& database) const;
    /// Login over the port as "causeway" with the password of this server, made when it was
    /// prepared.
    [[nodiscard]] SideConfig portConfig(const QString& database) const;
    [[nodiscard]] QString socketPath() const;
    [[nodiscard]] int port() const; ///< 0 without listenOnPort
    [[nodiscard]] ServerKind kind() const;
    [[nodiscard]] qint64 processId() const; ///< of the server itself, 0 when it is down
    [[nodiscard]] QString logFile() const;

private:
    class Impl;
    explicit PrivateServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace causeway
