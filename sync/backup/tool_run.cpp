// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/tool_run.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace causeway {
namespace {

constexpr int kLookMs = 100;
constexpr int kGraceMs = 3000;
constexpr qsizetype kKeptErrors = 8192;
constexpr qint64 kQueuedInput = 1'048'576;

QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        if (name.contains(QLatin1String("PASSWORD")) || name == QLatin1String("MYSQL_PWD"))
            environment.remove(name);
    }
    return environment;
}

class Execution final {
public:
    Execution(const ToolRun& run, const std::stop_token& stop)
        : m_run(run)
        , m_stop(stop)
    {
    }
    ~Execution() { end(); }
    Execution(const Execution&) = delete;
    Execution& operator=(const Execution&) = delete;

    Status run();

private:
    void start();
    void end();
    Status step();
    Status takeOutput();
    Status giveInput();
    [[nodiscard]] QString program() const;
    [[nodiscard]] Status checkEnd() const;

    const ToolRun& m_run;
    const std::stop_token& m_stop;
    QProcess m_process;
    QElapsedTimer m_silence;
    QByteArray m_errors;
    qint64 m_queued = 0;
    bool m_inputEnded = false;
};

QString Execution::program() const
{
    // The loader of an unpacked system comes before the program itself.
    const bool byLoader = m_run.command.value(1) == QLatin1String("--library-path");
    return m_run.command.value(byLoader ? 3 : 0);
}

void Execution::start()
{
    const int login = m_run.login->descriptor();
    m_process.setProcessEnvironment(cleanEnvironment());
    m_process.setChildProcessModifier([login] {
        setpgid(0, 0); // Ctrl-C is for us, who then end it
        fcntl(login, F_SETFD, 0);
    });
    if (!m_run.nextInput)
        m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.start(m_run.command.first(), m_run.command.mid(1));
    m_silence.start();
}

void Execution::end()
{
    const auto group = static_cast<pid_t>(m_process.processId());
    if (m_process.state() == QProcess::NotRunning || group <= 0)
        return;
    ::kill(-group, SIGTERM);
    if (m_process.waitForFinished(kGraceMs))
        return;
    ::kill(-group, SIGKILL);
    m_process.waitForFinished(kGraceMs);
}

Status Execution::takeOutput()
{
    m_errors += m_process.readAllStandardError();
    m_errors = m_errors.right(kKeptErrors);
    const QByteArray output = m_process.readAllStandardOutput();
    if (output.isEmpty())
        return okStatus();
    m_silence.restart();
    return m_run.onOutput ? m_run.onOutput(output) : okStatus();
}

Status Execution::giveInput()
{
    if (!m_run.nextInput || m_inputEnded)
        return okStatus();
    if (m_process.bytesToWrite() < m_queued)
        m_silence.restart();
    while (!m_inputEnded && m_process.bytesToWrite() < kQueuedInput) {
        const auto next = m_run.nextInput();
        CAUSEWAY_TRY(next);
        m_inputEnded = next->isEmpty();
        if (m_inputEnded)
            m_process.closeWriteChannel();
        else
            m_process.write(*next);
    }
    m_queued = m_process.bytesToWrite();
    return okStatus();
}

Status Execution::step()
{
    CAUSEWAY_TRY(takeOutput());
    CAUSEWAY_TRY(giveInput());
    if (m_stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted, program());
    if (!m_inputEnded && m_silence.elapsed() > std::chrono::milliseconds(m_run.silence).count())
        return makeError(ErrorCode::ConnTimeout, m_run.label);
    return okStatus();
}

Status Execution::checkEnd() const
{
    if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0)
        return okStatus();
    Error error = makeError(ErrorCode::SysInternal, program());
    error.serverMessage = QString::fromUtf8(m_errors).trimmed();
    error.detail =
        m_process.exitStatus() == QProcess::NormalExit
            ? QCoreApplication::translate("Backup", "Exit code %1.").arg(m_process.exitCode())
            : QCoreApplication::translate("Backup", "It was ended by a signal.");
    return error;
}

Status Execution::run()
{
    start();
    if (!m_process.waitForStarted()) {
        Error error = makeError(ErrorCode::SysInternal, program());
        error.serverMessage = m_process.errorString();
        return error;
    }
    while (m_process.state() != QProcess::NotRunning) {
        CAUSEWAY_TRY(step());
        if (m_run.nextInput && !m_inputEnded)
            m_process.waitForBytesWritten(kLookMs);
        else if (m_run.onOutput)
            m_process.waitForReadyRead(kLookMs);
        else
            m_process.waitForFinished(kLookMs);
    }
    CAUSEWAY_TRY(takeOutput());
    if (m_stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted, program());
    return checkEnd();
}

} // namespace

Status runTool(const ToolRun& run, const std::stop_token& stop)
{
    return Execution(run, stop).run();
}

} // namespace causeway
