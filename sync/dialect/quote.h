// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace causeway {

/// `name` with doubled back-ticks. Identifiers come from catalogues and configuration: never
/// trusted.
[[nodiscard]] QByteArray quoteIdentifier(const QString& name);

/// 'text' for a utf8mb4 session without NO_BACKSLASH_ESCAPES.
[[nodiscard]] QByteArray quoteText(const QByteArray& utf8);
[[nodiscard]] QByteArray quoteText(const QString& text);

/// '%text%' for LIKE: rows that hold the text, in which % and _ are letters like any other.
[[nodiscard]] QByteArray quoteContaining(const QString& text);

/// x'…' of raw bytes; '' of no bytes.
[[nodiscard]] QByteArray quoteBytes(const QByteArray& bytes);

} // namespace causeway
