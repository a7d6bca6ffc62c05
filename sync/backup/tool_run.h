// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/backup/login_file.h"
#include "sync/core/result.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace causeway {

/// One execution of a client program.
struct ToolRun {
    QStringList command;              ///< whole; names login.path()
    const LoginFile* login = nullptr; ///< which the program inherits
    QString label;                    ///< of the side at the other end, for errors
    /// Gets standard output piece by piece; an error ends the program.
    std::function<Status(const QByteArray&)> onOutput;
    /// Yields standard input piece by piece, empty at its end; an error ends the program. Without
    /// it there is no input.
    std::function<Result<QByteArray>()> nextInput;
    std::chrono::seconds silence{600}; ///< without output or input taken: then it is ended
};

/// Runs it and waits for its end. The program has a process group of its own and none of the
/// passwords in this program's environment.
///
/// Errors: SYNC_005 when stopped; the error of a function above; DB_CONN_002 after silence; SYS_005
/// with the program's own words when it cannot be started or its exit code is not 0.
/// Thread: any; needs no event loop.
[[nodiscard]] Status runTool(const ToolRun& run, const std::stop_token& stop);

} // namespace causeway
