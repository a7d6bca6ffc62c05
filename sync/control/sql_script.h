// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace causeway {

/// The statements of an SQL script in order, without their delimiters and without comments
/// (executable comments, /*! … */, stay). Understands quotes, back-ticks and DELIMITER lines as the
/// mysql client does; knows no other client command.
[[nodiscard]] QList<QByteArray> splitSqlScript(const QByteArray& script);

} // namespace causeway
