// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"

namespace causeway {

/// What follows from a server's (or Connector/C's) error number. One table decides for everybody.
struct ServerErrorTraits {
    ErrorCode code = ErrorCode::SyncServer;
    bool retryable = false;        ///< nothing was applied; the whole transaction may be run again
    bool breaksConnection = false; ///< the connection cannot be used any more
    bool outcomeUnknown = false;   ///< the statement may or may not have been executed
    bool rowLevel = false;         ///< only the row is at fault
    bool operator==(const ServerErrorTraits&) const = default;
};

/// Traits of @p serverCode; those of an ordinary refused statement for a number that is not listed.
[[nodiscard]] ServerErrorTraits serverErrorTraits(int serverCode);

/// The Error for a failure that a server or Connector/C reported.
///
/// @param serverCode    the MySQL, MariaDB or Connector/C error number.
/// @param sqlState      five characters, or empty.
/// @param serverMessage the server's own text.
/// @param what          the object concerned, as in Error::what.
[[nodiscard]] Error serverError(int serverCode, const QString& sqlState,
                                const QString& serverMessage, const QString& what);

} // namespace causeway
