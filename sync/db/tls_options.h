// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <mysql.h>

namespace causeway {

/// Tells the client library which of the five TLS modes to use. Sockets are never encrypted.
///
/// Connector/C 3.3 falls back to plain text unless certificate verification is on, so the modes
/// between PREFERRED and VERIFY_IDENTITY are completed by checkTls() after connecting.
/// Modes that verify need a file of authorities: the profile's, else $SSL_CERT_FILE, else the
/// system's; DB_CONN_005 when there is none.
[[nodiscard]] Status setTlsOptions(MYSQL* handle, const SideConfig& config, const QString& label);

/// The file of trusted authorities: the profile's own, else $SSL_CERT_FILE, else the system's;
/// empty when there is none.
[[nodiscard]] QString trustedAuthorities(const SideConfig& config);

/// DB_CONN_005 when the mode demands encryption and the connection has none.
[[nodiscard]] Status checkTls(MYSQL* handle, const SideConfig& config, const QString& label);

} // namespace causeway
