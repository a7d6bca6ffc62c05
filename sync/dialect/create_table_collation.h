// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/dialect/server_info.h"

#include <QString>

namespace causeway {

/// A character set with one of its collations.
struct CharsetAndCollation {
    QString charset;
    QString collation;
    bool operator==(const CharsetAndCollation&) const = default;
};

/// The collation of @p to that tells values apart like @p collation does on a server of family @p
/// from: the same treatment of case, accents and trailing blanks, and the same language where there
/// is one. Where no such collation exists, one that tells more values apart is chosen: no two keys
/// may fold into one.
[[nodiscard]] CharsetAndCollation translatedCollation(const CharsetAndCollation& collation,
                                                      ServerFamily from, const ServerInfo& to);

} // namespace causeway
