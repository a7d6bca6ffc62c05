// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

namespace causeway {

/// Reads `mysql://user:password@host:port/database?option=value&…` (or `mariadb://`).
///
/// Every part may be percent-encoded; an IPv6 address stands in brackets. Options: `socket` (path
/// of a UNIX socket; the host may then be left out), `tls` (a MySQL mode name or a common synonym
/// such as `required`, `verify-full`, `true`; also spelt `ssl-mode`, `sslmode`, `ssl`), `tls-ca`
/// (path; also `ssl-ca`). Defaults: host 127.0.0.1, port 3306, tls PREFERRED. User and database
/// must be there.
///
/// Thread: any. Errors: CFG_002 with a sentence about the part at fault; never quotes the password.
[[nodiscard]] Result<SideConfig> parseConnectionUrl(const QString& url);

/// The URL that parseConnectionUrl() reads back as @p side, without its password.
[[nodiscard]] QString toConnectionUrl(const SideConfig& side);

} // namespace causeway
