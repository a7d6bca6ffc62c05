// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace causeway {

enum class ServerFamily { MySql, MariaDb };

/// Which server a connection talks to; read once when it opens.
struct ServerInfo {
    ServerFamily family = ServerFamily::MariaDb;
    QString version;             ///< as the server prints it
    int versionNumber = 0;       ///< 10.11.3 -> 101103, 9.7.4 -> 90704
    QString uuid;                ///< @@server_uuid, or MariaDB's @@server_uid
    QString instance;            ///< tells two servers behind one address apart; not kept
    qint64 maxAllowedPacket = 0; ///< bytes
    int lowerCaseTableNames = 0;
};

} // namespace causeway
