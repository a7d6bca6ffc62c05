// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/watched_process.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace causeway {
namespace {

// $1: grace time in tenths of a second; the rest: the command. Descriptor 3: our end of the pipe.
// Two processes watch: the guard reads the pipe, the shell waits for the program and passes on its
// exit code.
constexpr const char* kWatcher = R"(
trap '' HUP INT XFSZ
tenths=$1
shift
"$@" 3<&- </dev/null &
program=$!
(
    trap '' TERM
    read -r _ <&3
    kill -TERM "$program" 2>/dev/null
    while [ "$tenths" -gt 0 ] && kill -0 "$program" 2>/dev/null; do
        sleep 0.1
        tenths=$((tenths - 1))
    done
    kill -KILL "$program" 2>/dev/null
) &
guard=$!
exec 3<&-
trap 'kill -TERM "$program" 2>/dev/null' TERM
while :; do
    wait "$program"
    code=$?
    kill -0 "$program" 2>/dev/null || break
done
kill -KILL "$guard" 2>/dev/null
exit "$code"
)";

Error systemError(const QString& what)
{
    return makeError(ErrorCode::SysInternal, what,
                     QString::fromLocal8Bit(std::strerror(errno))); // NOLINT(concurrency-mt-unsafe)
}

/// Pointers for exec, valid as long as @p words.
std::vector<char*> pointersOf(std::vector<QByteArray>& words)
{
    std::vector<char*> pointers;
    for (QByteArray& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Our environment without what would change how the program loads or speaks.
std::vector<QByteArray> childEnvironment()
{
    std::vector<QByteArray> words{"LC_ALL=C"};
    for (char** entry = environ; *entry; ++entry) {
        const QByteArray word(*entry);
        if (!word.startsWith("LC_ALL=") && !word.startsWith("LD_") && !word.startsWith("MYSQL_"))
            words.push_back(word);
    }
    return words;
}

/// Attributes and file actions of one posix_spawn.
class SpawnPlan final {
public:
    SpawnPlan(int pipeEnd, const QByteArray& log)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, 1, log.constData(),
                                         O_WRONLY | O_CREAT | O_APPEND, 0600);
        posix_spawn_file_actions_adddup2(&m_actions, 1, 2);
        posix_spawn_file_actions_adddup2(&m_actions, pipeEnd, 3);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, 4);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK |
                                                    POSIX_SPAWN_SETSIGDEF);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    int spawn(pid_t& pid, std::vector<QByteArray>& words)
    {
        std::vector<QByteArray> environment = childEnvironment();
        return posix_spawn(&pid, "/bin/sh", &m_actions, &m_attributes, pointersOf(words).data(),
                           pointersOf(environment).data());
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

std::vector<QByteArray> watcherWords(const QStringList& command, std::chrono::seconds grace)
{
    std::vector<QByteArray> words{"sh", "-c", kWatcher, "causeway-watcher",
                                  QByteArray::number(qint64{grace.count()} * 10)};
    for (const QString& word : command)
        words.push_back(QFile::encodeName(word));
    return words;
}

} // namespace

void FileHandle::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

FileHandle processHandle(pid_t process)
{
    // Not pidfd_open(): the header of glibc 2.36 does not declare it for C++.
    return FileHandle(static_cast<int>(syscall(SYS_pidfd_open, process, 0)));
}

Result<WatchedProcess> WatchedProcess::start(const QStringList& command, const QString& log,
                                             std::chrono::seconds grace)
{
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return systemError(command.value(0));
    const FileHandle readingEnd(ends[0]);
    WatchedProcess process;
    process.m_pipe = FileHandle(ends[1]);
    std::vector<QByteArray> words = watcherWords(command, grace);
    SpawnPlan plan(readingEnd.get(), QFile::encodeName(log));
    if (const int failed = plan.spawn(process.m_watcher, words); failed != 0) {
        errno = failed;
        process.m_watcher = 0;
        return systemError(command.value(0));
    }
    process.m_pidHandle = processHandle(process.m_watcher);
    if (!process.m_pidHandle.isOpen())
        return systemError(command.value(0)); // the destructor ends it
    return process;
}

WatchedProcess::WatchedProcess(WatchedProcess&& other) noexcept
    : m_watcher(std::exchange(other.m_watcher, 0))
    , m_exitCode(other.m_exitCode)
    , m_pidHandle(std::move(other.m_pidHandle))
    , m_pipe(std::move(other.m_pipe))
{
}

WatchedProcess& WatchedProcess::operator=(WatchedProcess&& other) noexcept
{
    std::swap(m_watcher, other.m_watcher);
    std::swap(m_exitCode, other.m_exitCode);
    std::swap(m_pidHandle, other.m_pidHandle);
    std::swap(m_pipe, other.m_pipe);
    return *this;
}

WatchedProcess::~WatchedProcess()
{
    kill();
}

bool WatchedProcess::waitForEnd(std::chrono::milliseconds time)
{
    if (m_watcher == 0)
        return true;
    const auto end = std::chrono::steady_clock::now() + time;
    pollfd entry{m_pidHandle.get(), POLLIN, 0};
    int ready = -1;
    do {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        ready = poll(&entry, 1, static_cast<int>(std::max<qint64>(left.count(), 0)));
    } while (ready < 0 && errno == EINTR);
    if (ready != 1)
        return false;
    int status = 0;
    while (waitpid(m_watcher, &status, 0) < 0 && errno == EINTR) {
    }
    m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    forget();
    return true;
}

bool WatchedProcess::isRunning()
{
    return !waitForEnd(std::chrono::milliseconds(0));
}

void WatchedProcess::askToEnd()
{
    m_pipe.close();
}

void WatchedProcess::kill()
{
    if (m_watcher == 0)
        return;
    ::kill(-m_watcher, SIGKILL); // its session's only process group: watcher, guard, program
    ::kill(m_watcher, SIGKILL);
    while (waitpid(m_watcher, nullptr, 0) < 0 && errno == EINTR) {
    }
    forget();
}

void WatchedProcess::forget()
{
    m_watcher = 0;
    m_pidHandle.close();
    m_pipe.close();
}

} // namespace causeway
