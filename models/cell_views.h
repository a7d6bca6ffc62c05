// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace causeway {

/// @p value as JSON with one member per line; empty when it is no JSON object or array. Only white
/// space changes: numbers and the order of members stay as they are written.
[[nodiscard]] QString indentedJson(const QByteArray& value);

/// The first @p limit bytes of @p value, 16 per line: offset, bytes, what is printable of them.
[[nodiscard]] QString hexDump(const QByteArray& value, qsizetype limit);

} // namespace causeway
