// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

namespace causeway {

/// What a network, or what stands in it, can do to a conversation between client and server.
enum class NetworkFault {
    None,
    Refuse,             ///< nobody listens
    ResetBeforeRequest, ///< the n-th request never reaches the server; the client sees a reset
    ResetAfterRequest,  ///< the server gets the n-th request; the client sees a reset
    DropCommitAnswer,   ///< the server does its n-th COMMIT; the answer never comes
    RefuseCommit,       ///< the n-th COMMIT is answered with an error and goes no further
    LateCommit,         ///< the client is cut off; its n-th COMMIT arrives a while later
    DropAll,            ///< with the n-th request every connection is reset at once
    Delay,              ///< everything takes a while longer
    Throttle,           ///< little at a time
    SplitBytes,         ///< every byte comes alone
    TruncatePacket,     ///< half of the answer to the n-th request, then the end
    HalfOpen,           ///< from the n-th request on silence, in both directions
    WrongGreeting,      ///< somebody else's server
    SlowLoris,          ///< a greeting that trickles, and then nothing more
};

/// Stands between a client and a server, on a port of 127.0.0.1, and does to their conversation
/// what it is told. Requests are counted over all connections since the last plan.
///
/// Understands just enough of the protocol. Of a conversation that is encrypted it sees no COMMITs,
/// and takes what the client sends at a time for a request.
///
/// Thread:    one of its own; all methods from any thread. plan() and heal() return once done.
/// Ownership: closes everything on destruction.
/// Errors:    DB_CONN_001 when the host is unknown, SYS_005 when no port is to be had.
class FlakyProxy final {
public:
    /// @param server whose socket, or host and port, it stands before.
    [[nodiscard]] static Result<std::unique_ptr<FlakyProxy>> start(const SideConfig& server);
    FlakyProxy(const FlakyProxy&) = delete;
    FlakyProxy& operator=(const FlakyProxy&) = delete;
    ~FlakyProxy();

    [[nodiscard]] int port() const { return m_port; }

    /// From now on: @p fault, at the @p nth request (or COMMIT) where it has one.
    void plan(NetworkFault fault, int nth);
    /// The network is well again: connections that hang are cut, on both ends. A late COMMIT stays
    /// on its way.
    void heal() { plan(NetworkFault::None, 1); }
    /// As a load balancer: of the connections from now on, those whose number (from 1) @p elsewhere
    /// says so for go to the server at @p socket. An empty socket: all to the first server again.
    void alsoServe(const QByteArray& socket, std::function<bool(int number)> elsewhere);
    /// Returns once no COMMIT is on its way any more.
    void waitForLateOnes();
    /// Times that the fault has struck since plan().
    [[nodiscard]] int strikes();

    /// @p server as it is reached through this proxy.
    [[nodiscard]] SideConfig through(SideConfig server) const;

private:
    struct Talk;
    /// Where a server listens: the address as connect() takes it.
    struct Address {
        int family = 0;
        QByteArray bytes;
    };
    struct Plan {
        NetworkFault fault = NetworkFault::None;
        int nth = 1;
    };

    FlakyProxy() = default;
    [[nodiscard]] static Result<Address> addressOf(const SideConfig& server);
    [[nodiscard]] static Address addressOfSocket(const QByteArray& path);
    [[nodiscard]] static int connectTo(const Address& address);
    void work();
    void obey();
    [[nodiscard]] bool startListening();
    void stopListening();
    void countLateOnes();
    void accept();
    void greet(Talk& talk);
    void turn();
    void serve(Talk& talk, short client, short server);
    void takeFromClient(Talk& talk);
    void takeFromServer(Talk& talk);
    void takeRequest(Talk& talk, const QByteArray& packet);
    bool strikeAt(Talk& talk, const QByteArray& packet, bool isCommit);
    void cutAll();
    void strike();
    [[nodiscard]] Address nextServer();
    [[nodiscard]] bool is(NetworkFault fault) const { return m_plan.fault == fault; }

    Address m_server;
    int m_port = 0;
    int m_wake[2] = {-1, -1};

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_obeyed;
    Plan m_wanted;
    int m_orders = 0;
    int m_doneOrders = 0;
    int m_strikes = 0;
    int m_late = 0; ///< COMMITs on their way
    bool m_end = false;
    Address m_otherServer;
    std::function<bool(int)> m_elsewhere;
    int m_connections = 0; ///< since alsoServe()

    // Of the thread.
    int m_listener = -1;
    Plan m_plan;
    int m_requests = 0;
    int m_commits = 0;
    std::list<Talk> m_talks;

    std::thread m_thread;
};

} // namespace causeway
