// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace causeway {

/// Rows of text as INSERT statements, one per line, for people to paste. Every value is a string
/// literal.
[[nodiscard]] QString insertStatements(const QString& table, const QStringList& columns,
                                       const std::vector<QStringList>& rows);

} // namespace causeway
