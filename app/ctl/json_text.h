// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace causeway::ctl {

/// ISO 8601 in UTC with a Z; null for no time.
[[nodiscard]] QJsonValue timeToJson(const std::optional<QDateTime>& time);
/// The text; null for a null QString.
[[nodiscard]] QJsonValue textToJson(const QString& text);
/// Local time as people read it in a table; empty for no time.
[[nodiscard]] QString localTimeText(const std::optional<QDateTime>& time);

} // namespace causeway::ctl
