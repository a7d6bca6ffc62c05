// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QStringList>

#include <chrono>
#include <sys/types.h>

namespace causeway {

/// A closed-on-exec file descriptor with an owner.
class FileHandle final {
public:
    FileHandle() = default;
    explicit FileHandle(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    FileHandle(FileHandle&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    FileHandle& operator=(FileHandle&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~FileHandle() { close(); }

    void close();
    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

/// A handle of a process that becomes readable when it ends; closed when there is no such process.
[[nodiscard]] FileHandle processHandle(pid_t process);

/// A program that cannot outlive us. It runs under a watcher in a session of its own; the watcher
/// reads a pipe of which we hold the other end. When that closes, because we ask for it or because
/// this process is gone in whatever way, the watcher ends the program: SIGTERM, and after the grace
/// time SIGKILL. (PR_SET_PDEATHSIG would fire when the *thread* that started it ends.)
///
/// Thread:    any; not from two threads at once.
/// Ownership: the process ends with this object.
class WatchedProcess final {
public:
    /// @param command program and arguments; @param log file that gets both its output streams.
    [[nodiscard]] static Result<WatchedProcess>
    start(const QStringList& command, const QString& log, std::chrono::seconds grace);
    WatchedProcess() = default;
    WatchedProcess(WatchedProcess&& other) noexcept;
    WatchedProcess& operator=(WatchedProcess&& other) noexcept;
    ~WatchedProcess();

    /// Waits at most @p time for the end; true when it has ended.
    [[nodiscard]] bool waitForEnd(std::chrono::milliseconds time);
    [[nodiscard]] bool isRunning();
    /// Of the program, once waitForEnd() has told its end; 128 + n after signal n, -1 when killed
    /// here.
    [[nodiscard]] int exitCode() const { return m_exitCode; }
    /// Asks for a clean end; waitForEnd() tells when it came.
    void askToEnd();
    /// Ends program and watcher at once.
    void kill();

private:
    void forget();

    pid_t m_watcher = 0; ///< 0: nothing runs
    int m_exitCode = -1;
    FileHandle m_pidHandle;
    FileHandle m_pipe;
};

} // namespace causeway
