// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/user_command.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <csignal>
#include <unistd.h>

namespace causeway {
namespace {

constexpr qsizetype kKeptOutput = 65'536;
constexpr int kLookMs = 100;
constexpr int kGraceMs = 5000;

QProcessEnvironment environmentFor(const UserCommand& command)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("CAUSEWAY_REMOTE_PASSWORD"));
    environment.remove(QStringLiteral("CAUSEWAY_LOCAL_PASSWORD"));
    for (auto at = command.variables.begin(); at != command.variables.end(); ++at)
        environment.insert(at.key(), at.value());
    return environment;
}

/// One execution: the process, and what came out of it so far.
class Execution final {
public:
    Execution(const UserCommand& command, const std::function<void(const QString&)>& onOutput)
        : m_command(command)
        , m_onOutput(onOutput)
    {
    }
    Result<UserCommandEnd> run(const std::stop_token& stop);

private:
    void start();
    [[nodiscard]] bool outOfTime() const
    {
        return m_timer.elapsed() > std::chrono::milliseconds(m_command.timeout).count();
    }
    void read();
    void tell(bool all);
    void end();
    [[nodiscard]] Error failure(const QString& detail) const;
    /// What messages call it: arguments may hold secrets.
    [[nodiscard]] QString name() const
    {
        return m_command.words.isEmpty() ? m_command.line : m_command.words.front();
    }

    const UserCommand& m_command;
    const std::function<void(const QString&)>& m_onOutput;
    QProcess m_process;
    QElapsedTimer m_timer;
    QByteArray m_kept;
    QByteArray m_untold;
    bool m_shortened = false;
};

Error Execution::failure(const QString& detail) const
{
    return makeError(ErrorCode::SysInternal, name(), detail);
}

void Execution::start()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    if (m_command.input.isEmpty())
        m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setProcessEnvironment(environmentFor(m_command));
    m_process.setChildProcessModifier([] { setpgid(0, 0); });
    if (m_command.words.isEmpty())
        m_process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), m_command.line});
    else
        m_process.start(m_command.words.front(), m_command.words.mid(1));
    m_timer.start();
}

void Execution::read()
{
    const QByteArray chunk = m_process.readAll();
    m_kept += chunk;
    m_untold += chunk;
    if (m_kept.size() > kKeptOutput) {
        m_kept = m_kept.right(kKeptOutput);
        m_shortened = true;
    }
    tell(false);
}

void Execution::tell(bool all)
{
    const qsizetype end = all ? m_untold.size() : m_untold.lastIndexOf('\n') + 1;
    if (end > 0 && m_onOutput)
        m_onOutput(QString::fromUtf8(m_untold.left(end)));
    m_untold.remove(0, end);
}

void Execution::end()
{
    const auto group = static_cast<pid_t>(m_process.processId());
    if (group <= 0)
        return;
    ::kill(-group, SIGTERM);
    if (m_process.waitForFinished(kGraceMs))
        return;
    ::kill(-group, SIGKILL);
    m_process.waitForFinished(kGraceMs);
}

Result<UserCommandEnd> Execution::run(const std::stop_token& stop)
{
    start();
    if (!m_process.waitForStarted())
        return failure(m_process.errorString());
    if (!m_command.input.isEmpty()) {
        m_process.write(m_command.input);
        m_process.closeWriteChannel();
    }
    while (!m_process.waitForFinished(kLookMs) && m_process.state() != QProcess::NotRunning) {
        read();
        if (stop.stop_requested() || outOfTime()) {
            end();
            return stop.stop_requested()
                       ? makeError(ErrorCode::SyncInterrupted, name())
                       : failure(QCoreApplication::translate("UserCommand",
                                                             "It did not end within %1 seconds.")
                                     .arg(m_command.timeout.count()));
        }
    }
    read();
    tell(true);
    if (m_process.exitStatus() != QProcess::NormalExit)
        return failure(QCoreApplication::translate("UserCommand", "It was ended by a signal."));
    return UserCommandEnd{m_process.exitCode(), QString::fromUtf8(m_kept), m_shortened};
}

} // namespace

Result<UserCommandEnd> runUserCommand(const UserCommand& command, std::stop_token stop,
                                      const std::function<void(const QString&)>& onOutput)
{
    return Execution(command, onOutput).run(stop);
}

} // namespace causeway
