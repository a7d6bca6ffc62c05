// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/fence.h"
#include "sync/db/connection.h"
#include "sync/discover/key_states.h"

namespace causeway {

/// The connections of one action on a pair: per side one that reads (inside a snapshot) and one
/// that writes, never more.
///
/// Thread:    the thread that opened it; readers may be lent to one other thread at a time.
/// Ownership: closes everything on destruction, which also frees its locks and rolls back.
class PairSession final {
public:
    enum class Access { Read, Write };

    /// Opens both sides. Access::Read opens no connection that could write to the remote.
    /// CFG_008 for Access::Write to a read-only profile, before anything is connected.
    [[nodiscard]] static Result<PairSession> open(const Profile& profile, Access access,
                                                  const Timeouts& timeouts = {});

    [[nodiscard]] Connection& reading(Side side);
    /// Access::Read: only the local one is there, and only reads the control tables.
    [[nodiscard]] Connection& writing(Side side);
    [[nodiscard]] ReadingLinks readingLinks();
    [[nodiscard]] SideLinks sideLinks() { return {m_remoteReading, m_localReading}; }

    /// Begins one consistent snapshot per side, ending the ones before.
    [[nodiscard]] Status startSnapshots();
    /// Reads and checks the pair's state, writing nothing: CFG_005, SYNC_008, SYNC_009.
    [[nodiscard]] Status examine();
    /// Keeps other runs on these databases out until the session ends. SYNC_010 when one is there.
    [[nodiscard]] Status lock();
    /// lock(), then examine() once no transaction of a dead run is in flight any more, then settles
    /// what such a run left pending. From here on the session may write.
    [[nodiscard]] Status takeOver();
    /// Before the ledger takes in what the present snapshots have shown: see stampRemote(). Over a
    /// connection of its own: a local transaction may be open, as long as it has not raised the
    /// epoch.
    [[nodiscard]] Status stamp(const QString& holder);

    /// Uses every connection but the local one that writes, so that no server thinks it idle.
    /// @param streaming a result is being read over this side's reading connection: left alone
    [[nodiscard]] Status keepAlive(std::optional<Side> streaming = {});

    /// The server's ids of all connections, for KILL QUERY.
    struct Link {
        SideConfig config;
        Side side;
        QString instance;
        quint64 threadId;
    };
    [[nodiscard]] std::vector<Link> links() const;

    PairState state; ///< read by the caller; raised by whoever commits

private:
    PairSession(Connection remoteReading, Connection localReading, Connection localWriting);
    [[nodiscard]] Status readState(Connection& remote, bool lock);

    Connection m_remoteReading;
    Connection m_localReading;
    Connection m_localWriting;
    std::optional<Connection> m_remoteWriting;
    std::optional<Connection> m_localStamping; ///< from the first stamp on
    Timeouts m_timeouts;
};

} // namespace causeway
