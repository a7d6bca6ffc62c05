// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/query_killer.h"

#include "sync/dialect/session_sql.h"

#include <condition_variable>
#include <mutex>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr auto kPause = 100ms;
constexpr auto kPatience = 5s; ///< with a server that does not even answer the killer

void killAll(const std::vector<PairSession::Link>& links)
{
    ConnectionOptions options;
    options.timeouts.read = kPatience;
    for (const Side side : {Side::Remote, Side::Local}) {
        std::optional<Connection> killer;
        for (const PairSession::Link& link : links) {
            if (link.side != side)
                continue;
            if (!killer) {
                options.instance = link.instance; // elsewhere the number is somebody else's
                auto opened = Connection::open(link.config, side, options);
                if (!opened)
                    break; // the server is gone: its statements are bounded by their time-outs
                killer.emplace(std::move(*opened));
            }
            static_cast<void>(killer->execute(sessionsql::killQuery(link.threadId)));
        }
    }
}

/// Waits until @p wanted is requested; false when @p finished came first.
bool waitFor(const std::stop_token& wanted, const std::stop_token& finished)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    const std::stop_callback wake(wanted, [&] {
        const std::scoped_lock lock(mutex);
        changed.notify_all();
    });
    std::unique_lock lock(mutex);
    changed.wait(lock, finished, [&] { return wanted.stop_requested(); });
    return wanted.stop_requested() && !finished.stop_requested();
}

void pause(const std::stop_token& finished)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, finished, kPause, [] { return false; });
}

} // namespace

QueryKiller::QueryKiller(const PairSession& session, std::stop_token stop)
    : m_thread([links = session.links(), stop](const std::stop_token& finished) {
        if (!waitFor(stop, finished))
            return;
        while (!finished.stop_requested()) {
            killAll(links);
            pause(finished);
        }
    })
{
}

QueryKiller::~QueryKiller() = default;

} // namespace causeway
