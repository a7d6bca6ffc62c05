// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>

namespace causeway {

/// A command of the operator's own: a line for /bin/sh, or a program with its arguments.
struct UserCommand {
    QString line;
    QStringList words; ///< program and arguments, run without a shell; empty: the line is run
    QByteArray input;  ///< standard input; empty: there is none
    QMap<QString, QString> variables; ///< added to this program's environment
    std::chrono::seconds timeout{600};
};

struct UserCommandEnd {
    int exitCode = 0;
    QString output;         ///< both streams, at most the last 64 KiB
    bool shortened = false; ///< the beginning of the output is missing
};

/// Runs @p command and waits for it. It gets no passwords of Causeway's variables, and a
/// process group of its own, all of which ends with a stop request or the time-out.
///
/// @param onOutput gets the output as it comes, whole lines where there are any.
/// Errors: SYS_005 when it cannot be started, died or ran out of time; SYNC_005 when stopped. An
/// exit code other than 0 is no error here.
/// Thread: any; needs no event loop.
[[nodiscard]] Result<UserCommandEnd>
runUserCommand(const UserCommand& command, std::stop_token stop,
               const std::function<void(const QString&)>& onOutput = {});

} // namespace causeway
