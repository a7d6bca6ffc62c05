// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_state.h"
#include "sync/core/result.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <stop_token>

namespace causeway {

/// To whom alerts are handed: a program of the operator's or a web address; neither: to nobody. It
/// lives in the user's configuration and nowhere else: whoever may write to a database must not be
/// able to run a program on this machine.
struct AlertHook {
    QStringList command; ///< program and arguments, run without a shell; empty: none
    QString webhook;     ///< http or https; empty: none. May hold a secret: never shown in a log
    std::chrono::seconds timeout{30};

    [[nodiscard]] bool isSet() const { return !command.isEmpty() || !webhook.isEmpty(); }
    /// Errors: CFG_002.
    [[nodiscard]] Status check() const;
    static constexpr std::chrono::seconds kLongest{600};
    bool operator==(const AlertHook&) const = default;
};

/// What is handed over, as JSON: event ("alert", "cleared" or "test"), profile, rule, value, limit,
/// unit, since, cleared (a time, or null), host, text. A command gets it on standard input, and
/// each member as CAUSEWAY_ALERT_*; a webhook as the body of a POST.
[[nodiscard]] QJsonObject alertMessage(const QString& profile, const ActiveAlert& alert);
[[nodiscard]] QJsonObject testMessage(const QString& profile);

/// Hands @p message over and waits until it was taken: exit code 0, or an answer 2xx (redirections
/// are not followed).
///
/// Thread: any but the GUI's; needs no event loop of its own. Blocks for AlertHook::timeout and
/// some seconds at most. Errors: SYS_005 not taken, with the reason; SYNC_005 when stopped; CFG_002
/// for a hook that cannot be used.
[[nodiscard]] Status deliver(const AlertHook& hook, const QJsonObject& message,
                             const std::stop_token& stop);

} // namespace causeway
