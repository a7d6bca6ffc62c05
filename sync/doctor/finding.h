// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/error.h"

#include <QStringList>

#include <optional>
#include <vector>

/// @file What the troubleshooter says: plain values.

namespace causeway::doctor {

enum class Severity {
    Ok,
    Warn,    ///< syncs work, but a person should look
    Problem, ///< syncs fail, or are about to
};
/// Who may repair it.
enum class FixKind {
    None,    ///< there is nothing to repair
    Safe,    ///< the doctor, unasked: no row of the user's is touched, nothing is lost
    Confirm, ///< a command of ours, once a person has decided
    Advice,  ///< only a person, outside of Causeway
};

/// Interface spellings: "ok", "warn", "problem"; "none", "safe", "confirm", "advice".
[[nodiscard]] QString toText(Severity severity);
[[nodiscard]] QString toText(FixKind kind);

/// A statement that a repair executes, or has executed.
struct Statement {
    Side side = Side::Local;
    QString sql;
    bool operator==(const Statement&) const = default;
};

/// What one check found about one thing. Texts are in the current language; evidence holds what
/// servers say and counts, never rows, and no secrets.
struct Finding {
    QString id; ///< stable: the check's id, or that and what it is about: "connection.remote"
    Severity severity = Severity::Ok;
    std::optional<ErrorCode> code; ///< nullopt: no error is behind it
    QString what;                  ///< one sentence
    QStringList evidence;          ///< what was seen, a line each
    QStringList steps;             ///< what to do, in this order
    FixKind fix = FixKind::None;
    std::vector<Statement> statements; ///< what a Safe fix would execute
};

[[nodiscard]] Finding fine(const QString& id, const QString& what);
[[nodiscard]] Finding warning(const QString& id, const QString& what);
[[nodiscard]] Finding problem(const QString& id, const QString& what);
/// A problem that is @p error: its code, its sentence, and its advice as the only step.
[[nodiscard]] Finding problemOf(const QString& id, const Error& error);
/// The side as a word of the current language.
[[nodiscard]] QString sideWord(Side side);
/// "connection.remote".
[[nodiscard]] QString idOf(const char* check, Side side);

} // namespace causeway::doctor
