// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace causeway {

/// What the command line of the console asks for.
struct ConsoleOptions {
    bool demo = false;
    QString profile;     ///< empty: the one of last time
    QString language;    ///< empty: the stored choice, else the machine's
    QString screenshots; ///< folder; empty: none wanted
};

/// Only a text is asked for (--help, --version, --manual): readOptions() prints it and ends the
/// program, which needs no display for that.
[[nodiscard]] bool asksForText(const QStringList& arguments);
/// The language named on the command line; empty: none.
[[nodiscard]] QString languageIn(const QStringList& arguments);
/// Reads @p arguments; ends the program for --help, --version, --manual and mistakes.
[[nodiscard]] ConsoleOptions readOptions(const QStringList& arguments);

} // namespace causeway
