// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/flaky_proxy.h"

#include "sync/dialect/session_sql.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace causeway {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kDelay = 1ms;
constexpr auto kThrottlePause = 4ms;
constexpr qsizetype kThrottleBytes = 600;
constexpr auto kTrickle = 60ms;
constexpr auto kLateness = 300ms;
constexpr int kHeader = 4;

void makeNonBlocking(int socket)
{
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    ::fcntl(socket, F_SETFD, FD_CLOEXEC);
}

void noDelay(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

/// Header and body of one packet of the protocol.
QByteArray packet(char number, const QByteArray& body)
{
    QByteArray bytes;
    bytes += static_cast<char>(body.size() & 0xff);
    bytes += static_cast<char>((body.size() >> 8) & 0xff);
    bytes += static_cast<char>((body.size() >> 16) & 0xff);
    bytes += number;
    return bytes.append(body);
}

qsizetype packetSize(const QByteArray& bytes)
{
    const auto byte = [&](int at) { return static_cast<qsizetype>(static_cast<uchar>(bytes[at])); };
    return bytes.size() < kHeader ? -1 : kHeader + byte(0) + (byte(1) << 8) + (byte(2) << 16);
}

/// The client's first packet, when it is only the beginning of a login: TLS goes on from there.
bool isTlsRequest(const QByteArray& packet)
{
    constexpr qsizetype kSize = kHeader + 32;
    constexpr uchar kTlsFlag = 0x08; // CLIENT_SSL, in the second byte of the capabilities
    return packet.size() == kSize && (static_cast<uchar>(packet[kHeader + 1]) & kTlsFlag) != 0;
}

QByteArray wrongGreeting(int variant)
{
    switch (variant % 3) {
    case 0:
        return "SSH-2.0-OpenSSH_9.2p1\r\n";
    case 1:
        return packet(0, QByteArray("\x63nonsense\0\0\0\0\0", 14));
    default:
        return packet(0, QByteArray("\xff\x10\x04#08004Too many connections"));
    }
}

/// What a cluster says that will not have a transaction: a conflict to try again, or no more.
QByteArray refusedCommit(int variant)
{
    return variant % 2 == 0 ? packet(1, QByteArray("\xff\xbd\x04#40001Deadlock found"))
                            : packet(1, QByteArray("\xff\x9c\x04#HY000Got error during COMMIT"));
}

/// Bytes on their way to one end.
class Stream {
public:
    void push(const QByteArray& bytes, Clock::duration delay)
    {
        if (!bytes.isEmpty())
            m_pieces.push_back({bytes, Clock::now() + delay});
    }
    [[nodiscard]] bool empty() const { return m_pieces.empty(); }
    [[nodiscard]] bool isDue() const
    {
        return !m_pieces.empty() && Clock::now() >= std::max(m_pieces.front().due, m_notBefore);
    }
    /// Sends at most @p most bytes, then pauses. false: the other end is gone.
    bool send(int socket, qsizetype most, Clock::duration pause)
    {
        QByteArray& bytes = m_pieces.front().bytes;
        const auto length = static_cast<std::size_t>(std::min(most, bytes.size()));
        const auto sent = ::send(socket, bytes.constData(), length, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0)
            return errno == EAGAIN || errno == EINTR;
        bytes.remove(0, static_cast<qsizetype>(sent));
        if (bytes.isEmpty())
            m_pieces.pop_front();
        m_notBefore = Clock::now() + pause;
        return true;
    }

private:
    struct Piece {
        QByteArray bytes;
        Clock::time_point due;
    };
    std::deque<Piece> m_pieces;
    Clock::time_point m_notBefore{};
};

} // namespace

/// One client and its connection to the server.
struct FlakyProxy::Talk {
    enum class Mood { Normal, Silent, CutAtAnswer, TruncateAnswer, Late, Closed };

    int client = -1;
    int server = -1;
    Mood mood = Mood::Normal;
    QByteArray unfinished; ///< the beginning of a packet from the client
    bool isNew = true;     ///< the client has not sent its first packet
    bool isEncrypted = false;
    Stream toServer;
    Stream toClient;

    Talk() = default;
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;
    ~Talk() { close(); }

    void close()
    {
        closeClient(false);
        if (server >= 0)
            ::close(std::exchange(server, -1));
        mood = Mood::Closed;
    }
    void closeClient(bool reset)
    {
        if (client < 0)
            return;
        const linger hard{1, 0};
        if (reset)
            ::setsockopt(client, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        ::close(std::exchange(client, -1));
    }
    void reset()
    {
        closeClient(true);
        close();
    }
    [[nodiscard]] bool isPending() const { return !toServer.empty() || !toClient.empty(); }
};

Result<FlakyProxy::Address> FlakyProxy::addressOf(const SideConfig& server)
{
    if (!server.socket.isEmpty())
        return addressOfSocket(server.socket.toUtf8());
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const QByteArray host = server.host.toUtf8();
    const QByteArray port = QByteArray::number(server.port);
    if (::getaddrinfo(host.constData(), port.constData(), &hints, &found) != 0)
        return makeError(ErrorCode::ConnFailed, server.display());
    Address address{found->ai_family, QByteArray(reinterpret_cast<const char*>(found->ai_addr),
                                                 static_cast<qsizetype>(found->ai_addrlen))};
    ::freeaddrinfo(found);
    return address;
}

FlakyProxy::Address FlakyProxy::addressOfSocket(const QByteArray& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
    return {AF_UNIX, QByteArray(reinterpret_cast<const char*>(&address), sizeof address)};
}

int FlakyProxy::connectTo(const Address& address)
{
    const int socket = ::socket(address.family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(address.bytes.constData()),
                  static_cast<socklen_t>(address.bytes.size())) != 0) {
        ::close(socket);
        return -1;
    }
    makeNonBlocking(socket);
    if (address.family != AF_UNIX)
        noDelay(socket);
    return socket;
}

Result<std::unique_ptr<FlakyProxy>> FlakyProxy::start(const SideConfig& server)
{
    const Result<Address> address = addressOf(server);
    CAUSEWAY_TRY(address);
    std::unique_ptr<FlakyProxy> proxy(new FlakyProxy);
    proxy->m_server = *address;
    if (::pipe2(proxy->m_wake, O_CLOEXEC | O_NONBLOCK) != 0 || !proxy->startListening())
        return makeError(ErrorCode::SysInternal, server.display(),
                         QString::fromLocal8Bit(std::strerror(errno)));
    proxy->m_thread = std::thread([raw = proxy.get()] { raw->work(); });
    return proxy;
}

SideConfig FlakyProxy::through(SideConfig server) const
{
    server.socket.clear();
    server.host = QStringLiteral("127.0.0.1");
    server.port = m_port;
    return server;
}

FlakyProxy::~FlakyProxy()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_end = true;
    }
    (void)::write(m_wake[1], "", 1);
    if (m_thread.joinable())
        m_thread.join();
    stopListening();
    for (const int end : m_wake) {
        if (end >= 0)
            ::close(end);
    }
}

void FlakyProxy::plan(NetworkFault fault, int nth)
{
    std::unique_lock lock(m_mutex);
    m_wanted = {fault, nth};
    const int mine = ++m_orders;
    (void)::write(m_wake[1], "", 1);
    m_obeyed.wait(lock, [&] { return m_doneOrders >= mine; });
}

void FlakyProxy::waitForLateOnes()
{
    std::unique_lock lock(m_mutex);
    m_obeyed.wait(lock, [&] { return m_late == 0; });
}

void FlakyProxy::alsoServe(const QByteArray& socket, std::function<bool(int number)> elsewhere)
{
    const std::scoped_lock lock(m_mutex);
    m_otherServer = socket.isEmpty() ? Address{} : addressOfSocket(socket);
    m_elsewhere = std::move(elsewhere);
    m_connections = 0;
}

int FlakyProxy::strikes()
{
    const std::scoped_lock lock(m_mutex);
    return m_strikes;
}

void FlakyProxy::strike()
{
    const std::scoped_lock lock(m_mutex);
    ++m_strikes;
}

/// @return whether it listens; after a Refuse somebody else may have the port.
bool FlakyProxy::startListening()
{
    if (m_listener >= 0)
        return true;
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int on = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<quint16>(m_port));
    socklen_t length = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_listener, raw, length) != 0 || ::listen(m_listener, 64) != 0 ||
        ::getsockname(m_listener, raw, &length) != 0) {
        stopListening();
        return false;
    }
    m_port = ntohs(address.sin_port);
    return true;
}

void FlakyProxy::stopListening()
{
    if (m_listener >= 0)
        ::close(std::exchange(m_listener, -1));
}

/// Takes the newest plan over. A new plan ends what hangs; a COMMIT on its way stays there.
void FlakyProxy::obey()
{
    const std::scoped_lock lock(m_mutex);
    if (m_doneOrders == m_orders)
        return;
    m_plan = m_wanted;
    m_requests = m_commits = m_strikes = 0;
    for (Talk& talk : m_talks) {
        if (talk.mood != Talk::Mood::Normal && talk.mood != Talk::Mood::Late)
            talk.close();
    }
    if (is(NetworkFault::Refuse)) {
        stopListening();
        ++m_strikes;
    } else {
        static_cast<void>(startListening());
    }
    m_doneOrders = m_orders;
    m_obeyed.notify_all();
}

void FlakyProxy::work()
{
    for (;;) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_end)
                break;
        }
        turn();
    }
    m_talks.clear();
}

/// Waits for something to happen, and lets it.
void FlakyProxy::turn()
{
    std::vector<pollfd> polled{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
    bool pending = false;
    for (const Talk& talk : m_talks) {
        const bool deaf = talk.mood == Talk::Mood::Silent;
        polled.push_back({deaf ? -1 : talk.client, POLLIN, 0});
        polled.push_back({deaf ? -1 : talk.server, POLLIN, 0});
        pending = pending || talk.isPending();
    }
    ::poll(polled.data(), polled.size(), pending ? 1 : 1000);
    std::array<char, 64> dropped{};
    while (::read(m_wake[0], dropped.data(), dropped.size()) > 0) {
    }
    auto at = polled.begin() + 2;
    for (Talk& talk : m_talks) {
        serve(talk, at[0].revents, at[1].revents);
        at += 2;
    }
    std::erase_if(m_talks, [](const Talk& talk) { return talk.mood == Talk::Mood::Closed; });
    countLateOnes();
    obey();
    if ((polled[1].revents & POLLIN) != 0 && m_listener >= 0)
        accept();
}

void FlakyProxy::countLateOnes()
{
    const auto late = std::count_if(m_talks.begin(), m_talks.end(),
                                    [](const Talk& talk) { return talk.mood == Talk::Mood::Late; });
    const std::scoped_lock lock(m_mutex);
    m_late = static_cast<int>(late);
    m_obeyed.notify_all();
}

void FlakyProxy::accept()
{
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client < 0)
        return;
    noDelay(client);
    Talk& talk = m_talks.emplace_back();
    talk.client = client;
    greet(talk);
}

FlakyProxy::Address FlakyProxy::nextServer()
{
    const std::scoped_lock lock(m_mutex);
    const bool other = !m_otherServer.bytes.isEmpty() && m_elsewhere(++m_connections);
    return other ? m_otherServer : m_server;
}

/// The server greets first, unless somebody else does.
void FlakyProxy::greet(Talk& talk)
{
    if (is(NetworkFault::WrongGreeting)) {
        strike();
        talk.mood = Talk::Mood::Silent;
        const QByteArray bytes = wrongGreeting(m_plan.nth);
        (void)::send(talk.client, bytes.constData(), static_cast<std::size_t>(bytes.size()),
                     MSG_NOSIGNAL);
        if (m_plan.nth % 2 == 0)
            talk.close();
        return;
    }
    talk.server = connectTo(nextServer());
    if (talk.server < 0)
        talk.close(); // the server is down
    else if (is(NetworkFault::HalfOpen) && m_requests >= m_plan.nth)
        talk.mood = Talk::Mood::Silent;
}

void FlakyProxy::serve(Talk& talk, short client, short server)
{
    using Mood = Talk::Mood;
    if (talk.mood == Mood::Closed || talk.mood == Mood::Silent)
        return;
    if (server != 0)
        takeFromServer(talk);
    if (client != 0 && talk.client >= 0)
        takeFromClient(talk);
    const bool split = is(NetworkFault::SplitBytes);
    const bool little = is(NetworkFault::Throttle);
    const bool loris = is(NetworkFault::SlowLoris);
    const qsizetype most = split || loris ? 1 : little ? kThrottleBytes : 1 << 20;
    const Clock::duration pause = loris    ? Clock::duration(kTrickle)
                                  : little ? Clock::duration(kThrottlePause)
                                           : 0ms;
    bool alive = true;
    while (alive && talk.mood != Mood::Closed && talk.toServer.isDue() && talk.server >= 0)
        alive = talk.toServer.send(talk.server, most, pause);
    while (alive && talk.mood != Mood::Closed && talk.toClient.isDue() && talk.client >= 0)
        alive = talk.toClient.send(talk.client, most, pause);
    if (!alive)
        talk.close();
}

void FlakyProxy::takeFromClient(Talk& talk)
{
    std::array<char, 65536> buffer{};
    const auto length = ::recv(talk.client, buffer.data(), buffer.size(), 0);
    if (length <= 0) {
        if (length < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        talk.close();
        return;
    }
    talk.unfinished.append(buffer.data(), static_cast<qsizetype>(length));
    if (talk.isEncrypted) {
        takeRequest(talk, std::exchange(talk.unfinished, {}));
        return;
    }
    for (auto size = packetSize(talk.unfinished); size >= 0 && talk.unfinished.size() >= size;
         size = packetSize(talk.unfinished)) {
        const QByteArray one = talk.unfinished.left(size);
        talk.unfinished.remove(0, size);
        const bool asksForTls = std::exchange(talk.isNew, false) && isTlsRequest(one);
        takeRequest(talk, one);
        if (talk.client < 0 || talk.mood == Talk::Mood::Silent)
            return;
        if (asksForTls) {
            talk.isEncrypted = true;
            talk.toServer.push(std::exchange(talk.unfinished, {}), 0ms);
            return;
        }
    }
}

/// A packet with the number 0 is a request; the login and the lines of a load have others.
void FlakyProxy::takeRequest(Talk& talk, const QByteArray& packet)
{
    const bool isRequest =
        talk.isEncrypted || (packet[3] == 0 && packet.size() > kHeader && packet[kHeader] != 1);
    const bool isCommit =
        isRequest && !talk.isEncrypted && packet.mid(kHeader + 1) == sessionsql::commit();
    m_requests += isRequest ? 1 : 0;
    m_commits += isCommit ? 1 : 0;
    if (isRequest && strikeAt(talk, packet, isCommit))
        return;
    const bool slow = is(NetworkFault::Delay);
    if (isRequest && m_requests == 1 &&
        (slow || is(NetworkFault::Throttle) || is(NetworkFault::SplitBytes)))
        strike();
    talk.toServer.push(packet, slow ? Clock::duration(kDelay) : 0ms);
}

/// @return whether the request goes no further than this.
bool FlakyProxy::strikeAt(Talk& talk, const QByteArray& packet, bool isCommit)
{
    const bool nth = m_requests == m_plan.nth;
    const bool nthCommit = isCommit && m_commits == m_plan.nth;
    // As far as the server takes it at once: the connection ends here anyway.
    const auto sendNow = [&] {
        (void)::send(talk.server, packet.constData(), static_cast<std::size_t>(packet.size()),
                     MSG_NOSIGNAL);
    };
    if (nth && is(NetworkFault::ResetBeforeRequest)) {
        talk.reset();
    } else if (nth && is(NetworkFault::ResetAfterRequest)) {
        sendNow();
        talk.reset();
    } else if (nth && is(NetworkFault::DropAll)) {
        sendNow();
        cutAll();
    } else if (nth && is(NetworkFault::HalfOpen)) {
        for (Talk& other : m_talks)
            other.mood = Talk::Mood::Silent;
    } else if (nth && is(NetworkFault::TruncatePacket)) {
        talk.mood = Talk::Mood::TruncateAnswer;
        talk.toServer.push(packet, 0ms);
    } else if (nthCommit && is(NetworkFault::DropCommitAnswer)) {
        talk.mood = Talk::Mood::CutAtAnswer;
        talk.toServer.push(packet, 0ms);
    } else if (nthCommit && is(NetworkFault::RefuseCommit)) {
        talk.toClient.push(refusedCommit(m_plan.nth), 0ms);
    } else if (nthCommit && is(NetworkFault::LateCommit)) {
        talk.mood = Talk::Mood::Late;
        talk.toServer.push(packet, kLateness);
        talk.closeClient(true);
    } else {
        return false;
    }
    strike();
    return true;
}

void FlakyProxy::takeFromServer(Talk& talk)
{
    using Mood = Talk::Mood;
    std::array<char, 65536> buffer{};
    const auto length = ::recv(talk.server, buffer.data(), buffer.size(), 0);
    if (length < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (length <= 0 || talk.mood == Mood::Late) { // a late answer is for nobody
        talk.close();
        return;
    }
    const QByteArray bytes(buffer.data(), static_cast<qsizetype>(length));
    if (talk.mood == Mood::CutAtAnswer) {
        talk.reset();
    } else if (talk.mood == Mood::TruncateAnswer) {
        (void)::send(talk.client, bytes.constData(), static_cast<std::size_t>(bytes.size() / 2),
                     MSG_NOSIGNAL);
        talk.close();
    } else if (is(NetworkFault::SlowLoris)) {
        strike();
        talk.toClient.push(bytes.chopped(1), 0ms);
    } else {
        talk.toClient.push(bytes, is(NetworkFault::Delay) ? Clock::duration(kDelay) : 0ms);
    }
}

void FlakyProxy::cutAll()
{
    for (Talk& talk : m_talks) {
        if (talk.mood != Talk::Mood::Late)
            talk.reset();
    }
}

} // namespace causeway
