// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace causeway {

/// Statements, one a line, that give a private server its account for the loopback port and take
/// the accounts without a password that a port could reach. May be run again and again.
[[nodiscard]] QByteArray portAccountSql(const QString& user, const QString& password);

} // namespace causeway
