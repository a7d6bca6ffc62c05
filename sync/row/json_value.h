// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace causeway {

/// A JSON text in one canonical spelling: members sorted, no blanks, strings with the least
/// escaping, numbers as exact decimals (1e2, 100 and 100.0 are one number; 30 digits stay 30
/// digits). Two texts hold the same JSON value exactly when their canonical forms are equal.
///
/// @return nullopt when @p text is no valid JSON, names a member twice in one object, or is nested
///         deeper than 200 levels: such texts are compared byte for byte.
/// Why our own: QJsonDocument turns every number into a double.
[[nodiscard]] std::optional<QByteArray> canonicalJson(const QByteArray& text);

} // namespace causeway
