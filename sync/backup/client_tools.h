// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/dialect/server_info.h"

#include <QStringList>

namespace causeway {

/// A client program of a server family, ready to be run with more arguments.
struct ClientTool {
    QStringList command;
    QString version; ///< what it says of itself
    ServerFamily family = ServerFamily::MariaDb;
};

/// The family's own dump program: what another one writes of a server cannot always be restored
/// there (docs/decisions/backups-by-the-servers-own-tools.md). Looked for on PATH, in the usual
/// folders, and in the unpacked system that CAUSEWAY_MYSQL_ROOT names.
/// Errors: SYS_006 saying which package has it, and what was found instead.
[[nodiscard]] Result<ClientTool> findDumpTool(ServerFamily family);
/// The client that reads a dump which @p family's own program has written. Errors: SYS_006.
[[nodiscard]] Result<ClientTool> findRestoreTool(ServerFamily family);

} // namespace causeway
