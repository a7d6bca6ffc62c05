// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace causeway {

/// Two empty databases of our own, one on each server of a pair, removed again whatever happens.
///
/// Each is called causeway_selftest_<random>_<side>; a name that is taken is never touched. A
/// marker table proves later that the database is ours, and a named lock that its test still runs.
///
/// Thread:    one.
/// Ownership: drops both databases on destruction.
/// Errors:    the connection's; what the account may not do is told by isRefusal().
class ScratchPair final {
public:
    [[nodiscard]] static Result<std::unique_ptr<ScratchPair>> make(const Profile& servers);
    ScratchPair(const ScratchPair&) = delete;
    ScratchPair& operator=(const ScratchPair&) = delete;
    ~ScratchPair();

    /// Of the two databases; open for writing, without hooks, backups or a `.env`.
    [[nodiscard]] const Profile& profile() const { return m_profile; }
    /// Removes both. Can be repeated.
    [[nodiscard]] Status drop();

private:
    ScratchPair() = default;
    [[nodiscard]] Status make(Side side);
    [[nodiscard]] Status drop(Side side);
    [[nodiscard]] std::optional<Connection>& owner(Side side)
    {
        return side == Side::Remote ? m_remote : m_local;
    }

    Profile m_profile;
    std::optional<Connection> m_remote; ///< holds the lock
    std::optional<Connection> m_local;
    QList<Side> m_made;
};

/// The server does not let the account make or fill a database: no failure of the network.
[[nodiscard]] bool isRefusal(const Error& error);

/// Removes what self-tests that crashed have left on the servers of a pair: databases of such a
/// name whose marker names them and whose test does not run any more.
/// @param alsoEmpty those, too, that hold nothing at all and so have no marker.
/// @return their names.
[[nodiscard]] Result<QStringList> removeLeftovers(const Profile& servers, bool alsoEmpty);

} // namespace causeway
