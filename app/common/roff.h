// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The parts of a manual page.
namespace causeway::manpage {

/// Text that roff takes literally: no escapes, no requests, no clever hyphens.
[[nodiscard]] QString roff(const QString& text);
/// The lines before the first heading. @p program as typed.
[[nodiscard]] QString head(const QString& program);
/// A heading, or with @p request "SS" a smaller one; quotes stand for themselves.
[[nodiscard]] QString section(const QString& title, const QString& request = QStringLiteral("SH"));
[[nodiscard]] QString paragraph(const QString& text);
/// @p head is roff already, @p text is not.
[[nodiscard]] QString item(const QString& head, const QString& text);
/// An option --@p name; @p valueName is empty for one without a value.
[[nodiscard]] QString optionItem(const QString& name, const QString& valueName,
                                 const QString& text);

} // namespace causeway::manpage
