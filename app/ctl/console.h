// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <mutex>
#include <optional>

namespace causeway::ctl {

/// Standard output for data, standard error for all that accompanies it.
///
/// With JSON on, standard output gets exactly one document and nothing else. Every text is made
/// safe for a terminal before it is written. Thread: main; note() from any.
class Console final {
public:
    Console();

    void setJson(bool on) { m_json = on; }
    [[nodiscard]] bool isJson() const { return m_json; }
    /// Standard error is a terminal.
    [[nodiscard]] bool hasTerminal() const { return m_errorIsTerminal; }
    /// A person can be asked: standard input and standard error are terminals, and nobody forbade
    /// it.
    [[nodiscard]] bool canAsk() const { return m_mayAsk && m_inputIsTerminal && m_errorIsTerminal; }
    void setMayAsk(bool on) { m_mayAsk = on; }

    /// Text of several lines to standard output; nothing with JSON on.
    void print(const QString& text);
    /// The one JSON document; nothing with JSON off.
    void document(const QJsonValue& value);
    /// A document on one line, of several that follow each other; nothing with JSON off.
    void documentLine(const QJsonObject& value);
    /// Text on standard output can be replaced: it is a terminal.
    [[nodiscard]] bool canRedraw() const;
    /// Shows @p block, lines cut at the terminal's width, in place of the block before.
    void redraw(const QString& block);
    /// A line to standard error.
    void note(const QString& text);
    void warn(const QString& text);
    /// Code, sentence with the server's words, next step; with JSON on, {"error":…} on standard
    /// output.
    /// @return the exit code of @p error.
    int fail(const Error& error);
    /// The same to standard error only, for an error among others or inside a document.
    void noteError(const Error& error);

    /// Shows @p line in place of the one shown before; terminals only.
    void showProgress(const QString& line);
    void clearProgress();

    /// Asks a question that is answered by yes or no; false when nobody can be asked.
    [[nodiscard]] bool confirm(const QString& question);
    /// Asks for a secret without showing it; nullopt when nobody can be asked.
    [[nodiscard]] std::optional<QString> askSecret(const QString& question);
    /// The next line of standard input without its line break; nullopt at the end.
    [[nodiscard]] std::optional<QString> readLine();

private:
    void writeError(const QString& text);
    void eraseProgress();
    [[nodiscard]] QString coloured(const QString& text, const char* code) const;

    std::mutex m_mutex; ///< of standard error and m_progressShown
    bool m_json = false;
    bool m_outputIsTerminal = false;
    bool m_errorIsTerminal = false;
    bool m_inputIsTerminal = false;
    bool m_mayAsk = true;
    bool m_mayColour = false;
    bool m_progressShown = false;
    int m_blockLines = 0; ///< of the block that redraw() has shown
};

} // namespace causeway::ctl
