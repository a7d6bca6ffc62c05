// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <QString>

#include <chrono>

namespace causeway {

/// The addresses of @p host as one readable line. Blocking.
/// @param what object for the error. Errors: DB_CONN_001 when the name is unknown.
[[nodiscard]] Result<QString> lookUpHost(const QString& host, const QString& what);

/// Opens and closes a TCP connection (or, with a socket, a local one) without logging in. Blocking.
/// Errors: DB_CONN_001 refused or not there, DB_CONN_002 no answer in time, SYS_004 not permitted.
[[nodiscard]] Status reach(const SideConfig& side, const QString& what,
                           std::chrono::milliseconds timeout);

} // namespace causeway
