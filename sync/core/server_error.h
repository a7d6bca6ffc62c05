// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"

namespace causeway {

/// The one table from server (and client library) error numbers to Error.
/// @param what object concerned, taken over into Error::what.
[[nodiscard]] Error serverError(int serverCode, const QString& sqlState,
                                const QString& serverMessage, const QString& what);

} // namespace causeway
