// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QJsonObject>

#include <chrono>
#include <stop_token>

class QUrl;

namespace causeway {

/// Sends @p body to @p url (http or https) and waits for an answer 2xx. Redirections are not
/// followed, what the answer holds is not kept.
///
/// Thread: any; runs an event loop of its own. Errors: SYS_005, naming the host and never the rest
/// of the address, which may hold a secret; SYNC_005 when stopped.
[[nodiscard]] Status postJson(const QUrl& url, const QJsonObject& body,
                              std::chrono::seconds timeout, const std::stop_token& stop);

} // namespace causeway
