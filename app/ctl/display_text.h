// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace causeway::ctl {

/// @p text without anything a terminal would act on: escape sequences and control characters become
/// visible symbols or vanish, as do marks that change the direction of writing. Line breaks and
/// tabs become visible too: the result is one line.
[[nodiscard]] QString oneLine(const QString& text);
/// As oneLine(), but keeps line breaks: for sentences and statements of several lines.
[[nodiscard]] QString severalLines(const QString& text);

/// Columns that @p text takes on a terminal: East Asian wide characters and emoji take two,
/// combining ones none.
[[nodiscard]] int displayWidth(const QString& text);
/// @p text cut to @p width columns, with "…" at its end when something was cut.
[[nodiscard]] QString elided(const QString& text, int width);

/// The same JSON document with DEL and the C1 control characters written as \uXXXX.
[[nodiscard]] QByteArray terminalSafeJson(const QByteArray& json);

} // namespace causeway::ctl
