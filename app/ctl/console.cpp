// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/console.h"

#include "app/ctl/display_text.h"
#include "sync/run/sync_report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstdio>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace causeway::ctl {
namespace {

constexpr const char* kRed = "31";
constexpr const char* kYellow = "33";

void write(std::FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

int terminalWidth(int terminal = STDERR_FILENO)
{
    winsize size{};
    return ioctl(terminal, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

int terminalHeight(int terminal)
{
    winsize size{};
    return ioctl(terminal, TIOCGWINSZ, &size) == 0 && size.ws_row > 1 ? size.ws_row : 24;
}

/// Switches the echo of typed characters off for its lifetime.
class EchoOff final {
public:
    EchoOff()
    {
        m_valid = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_valid)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;
    ~EchoOff()
    {
        if (m_valid)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
    bool m_valid = false;
};

} // namespace

Console::Console()
    : m_outputIsTerminal(isatty(STDOUT_FILENO) == 1)
    , m_errorIsTerminal(isatty(STDERR_FILENO) == 1)
    , m_inputIsTerminal(isatty(STDIN_FILENO) == 1)
{
    m_mayColour = m_errorIsTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") &&
                  qEnvironmentVariable("TERM") != QLatin1String("dumb");
}

QString Console::coloured(const QString& text, const char* code) const
{
    return m_mayColour ? QLatin1String("\x1b[") + QLatin1String(code) + QLatin1Char('m') + text +
                             QLatin1String("\x1b[0m")
                       : text;
}

void Console::print(const QString& text)
{
    if (m_json)
        return;
    clearProgress();
    QString lines = severalLines(text);
    if (!lines.endsWith(QLatin1Char('\n')))
        lines += QLatin1Char('\n');
    write(stdout, lines.toUtf8());
}

void Console::document(const QJsonValue& value)
{
    if (!m_json)
        return;
    clearProgress();
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    write(stdout, terminalSafeJson(document.toJson(QJsonDocument::Indented)));
}

void Console::documentLine(const QJsonObject& value)
{
    if (m_json)
        write(stdout, terminalSafeJson(QJsonDocument(value).toJson(QJsonDocument::Compact)) + '\n');
}

bool Console::canRedraw() const
{
    return m_outputIsTerminal && qEnvironmentVariable("TERM") != QLatin1String("dumb");
}

void Console::redraw(const QString& block)
{
    if (m_json)
        return;
    // up to where the block before began, then each line anew; what is longer than the screen is
    // cut
    QString text = m_blockLines > 0 ? QStringLiteral("\x1b[%1A").arg(m_blockLines) : QString();
    QStringList lines = block.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines = lines.mid(0, terminalHeight(STDOUT_FILENO) - 1);
    for (const QString& line : lines)
        text += QLatin1String("\r\x1b[K") +
                elided(oneLine(line), terminalWidth(STDOUT_FILENO) - 1) + QLatin1Char('\n');
    m_blockLines = static_cast<int>(lines.size());
    write(stdout, (text + QLatin1String("\x1b[J")).toUtf8());
}

void Console::writeError(const QString& text)
{
    const std::scoped_lock lock(m_mutex);
    eraseProgress();
    write(stderr, text.toUtf8() + '\n');
}

void Console::note(const QString& text)
{
    writeError(severalLines(text));
}

void Console::warn(const QString& text)
{
    writeError(coloured(QCoreApplication::translate("Console", "Warning:"), kYellow) +
               QLatin1Char(' ') + severalLines(text));
}

void Console::noteError(const Error& error)
{
    const QString title =
        QCoreApplication::translate("Console", "Error %1:").arg(errorCodeText(error.code));
    writeError(coloured(title, kRed) + QLatin1Char(' ') + severalLines(error.message()));
    writeError(
        QCoreApplication::translate("Console", "What to do: %1").arg(severalLines(error.hint())));
}

int Console::fail(const Error& error)
{
    noteError(error);
    document(QJsonObject{{QStringLiteral("error"), toJson(std::optional<Error>(error))}});
    return exitCodeFor(error.code);
}

void Console::showProgress(const QString& line)
{
    if (!m_errorIsTerminal)
        return;
    const std::scoped_lock lock(m_mutex);
    m_progressShown = true;
    write(stderr, "\r\x1b[K" + elided(oneLine(line), terminalWidth() - 1).toUtf8());
}

void Console::clearProgress()
{
    const std::scoped_lock lock(m_mutex);
    eraseProgress();
}

void Console::eraseProgress()
{
    if (std::exchange(m_progressShown, false))
        write(stderr, "\r\x1b[K");
}

std::optional<QString> Console::readLine()
{
    // poll() is never restarted after a signal: Ctrl+C ends the wait for an answer.
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (m_inputIsTerminal && poll(&input, 1, -1) < 0)
        return std::nullopt;
    QByteArray line;
    int c = std::fgetc(stdin);
    if (c == EOF)
        return std::nullopt;
    for (; c != EOF && c != '\n'; c = std::fgetc(stdin))
        line += static_cast<char>(c);
    if (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

bool Console::confirm(const QString& question)
{
    if (!canAsk())
        return false;
    clearProgress();
    write(stderr, (oneLine(question) + QLatin1Char(' ') +
                   QCoreApplication::translate("Console", "[y/N]", "the letters stay y and N") +
                   QLatin1Char(' '))
                      .toUtf8());
    const QString answer = readLine().value_or(QString()).trimmed().toLower();
    return answer == QLatin1String("y") || answer == QLatin1String("yes") ||
           answer == QStringLiteral("是");
}

std::optional<QString> Console::askSecret(const QString& question)
{
    if (!canAsk())
        return std::nullopt;
    clearProgress();
    write(stderr, (oneLine(question) + QLatin1Char(' ')).toUtf8());
    const EchoOff quiet;
    auto secret = readLine();
    write(stderr, "\n");
    return secret;
}

} // namespace causeway::ctl
