// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"

namespace causeway {

/// The target's digests of rows just written, read inside their transaction.
/// @return SYNC_011 naming the first row that is not what @p source holds: by digest, else by
///         value.
[[nodiscard]] Result<KeyDigests>
readBack(const TableTarget& target, const std::vector<KeyBytes>& keys, const FetchedRows& source);

} // namespace causeway
