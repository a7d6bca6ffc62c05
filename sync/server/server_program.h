// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/server/private_server.h"
#include "sync/server/server_folder.h"

#include <QStringList>

namespace causeway {

/// The programs of one kind of server and how they are called. A plain value.
struct ServerProgram {
    ServerKind kind = ServerKind::MariaDb;
    QStringList server;  ///< program and the arguments it needs wherever its data are
    QStringList prepare; ///< the same for the program that fills a new data folder
    QString id;          ///< names kind and build; data folders of one id fit each other

    [[nodiscard]] static Result<ServerProgram> find(ServerKind kind);
    /// The whole command line that fills the empty data folder of @p folder.
    [[nodiscard]] QStringList prepareCommand(const ServerFolder& folder) const;
    /// The whole command line of the server.
    [[nodiscard]] QStringList serverCommand(const ServerFolder& folder,
                                            const PrivateServerOptions& options, int port) const;
};

} // namespace causeway
