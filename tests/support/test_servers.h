// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/private_server.h"

#include <QList>
#include <QString>

#include <functional>

namespace causeway::test {

/// The pairs of servers a test runs on: remote first.
enum class PairKind { MariaDbMariaDb, MySqlMariaDb };

/// "mariadb+mariadb" or "mysql9+mariadb".
[[nodiscard]] const char* pairName(PairKind pair);
/// "mariadb" or "mysql9".
[[nodiscard]] const char* kindName(ServerKind kind);

/// The kinds of server this machine has. Says loudly, once, when MySQL is not among them.
[[nodiscard]] QList<ServerKind> serverKinds();
/// The pairs this machine can run. Says loudly, once, when MySQL is not among them.
[[nodiscard]] QList<PairKind> serverPairs();

/// A fresh folder for this program's files, removed at its end. Other accounts may pass it, so that
/// a server started by root, running as somebody else, finds its own folder below.
[[nodiscard]] QString testFolder();

/// Options for a server below testFolder(): data copied from the build folder's template, commits
/// not forced to disk.
[[nodiscard]] PrivateServerOptions testServerOptions(ServerKind kind, const QString& name);

/// Lets @p adjust change the options of every shared server that is not started yet.
void adjustSharedServers(std::function<void(PrivateServerOptions&)> adjust);

/// The server of @p pair for @p side: started when first asked for, shared by all cases of the
/// program, ended with it.
[[nodiscard]] PrivateServer& sharedServer(PairKind pair, Side side);
/// Starts the servers of all pairs, at the same time: quicker than one after the other.
void startSharedServers();

/// Ends the program with @p error unless @p status is good.
void require(const Status& status, const QString& doing);

} // namespace causeway::test
