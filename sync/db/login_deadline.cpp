// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/login_deadline.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <mysql.h>
#include <optional>
#include <poll.h>

namespace causeway {
namespace {

using Clock = std::chrono::steady_clock;

thread_local std::optional<Clock::time_point> t_deadline; // the library's callback knows no user

/// Milliseconds that a wait of at most @p timeout (negative: for ever) may last.
int allowed(int timeout)
{
    if (!t_deadline)
        return timeout;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(*t_deadline - Clock::now()).count();
    const int most = timeout < 0 ? std::numeric_limits<int>::max() : timeout;
    return static_cast<int>(std::clamp<long long>(left, 0, most));
}

/// As the library waits by itself: positive when the socket is ready, 0 when time is up.
int wait(my_socket socket, my_bool forReading, int timeout)
{
    pollfd one{socket, static_cast<short>(forReading ? POLLIN : POLLOUT), 0};
    int ready = 0;
    do {
        ready = ::poll(&one, 1, allowed(timeout));
    } while (ready < 0 && errno == EINTR);
    if (ready == 0)
        errno = ETIMEDOUT;
    return ready;
}

} // namespace

LoginDeadline::LoginDeadline(std::chrono::milliseconds longest)
{
    t_deadline = Clock::now() + longest;
}

LoginDeadline::~LoginDeadline()
{
    t_deadline.reset();
}

void LoginDeadline::letDeadlinesRule(st_mysql* handle)
{
    mysql_optionsv(handle, MARIADB_OPT_IO_WAIT, &wait);
}

} // namespace causeway
