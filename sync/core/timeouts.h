// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace causeway {

/// How long a connection waits for its peer. Each bound is for one wait, not for a whole statement:
/// a slow server that keeps sending is not cut off.
struct Timeouts {
    std::chrono::seconds connect{5}; ///< for the next step of a login; all of it: twice as long
    std::chrono::seconds read{600};  ///< for the next bytes of an answer
    std::chrono::seconds write{60};  ///< until the server takes more of a statement
    std::chrono::seconds lock{5};    ///< for a row that somebody else has locked
    /// How long the *server* lets a transaction idle when this machine is gone without a word: so
    /// long others wait for the rows that it has locked.
    std::chrono::seconds transaction{60};
    bool operator==(const Timeouts&) const = default;
};

} // namespace causeway
