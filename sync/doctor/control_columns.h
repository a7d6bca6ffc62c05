// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace causeway::doctor {

/// A column that a control table should have, as sql/ defines it.
struct ControlColumn {
    QString table;
    QString name;
    QByteArray definition; ///< "name type …", on one line
    /// The rows that are there are right without the values that they had. Not so where a default
    /// would speak for a person (what is synced, and who wins) or for what was learnt.
    [[nodiscard]] bool canBeAdded() const;
};

/// The columns of the control tables of @p side, in order.
[[nodiscard]] std::vector<ControlColumn> controlColumns(Side side);

} // namespace causeway::doctor
