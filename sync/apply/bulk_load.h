// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/table_target.h"

namespace causeway {

/// Fills an empty target table from the source's snapshot.
///
/// One thread reads the source unbuffered, the calling one writes chunk by chunk (LOAD DATA where
/// the server allows it), each chunk with its ledger entries in one transaction. Memory: a few
/// chunks. Rows that the target refuses are isolated as writeRows() does.
/// @pre the target held no row and the ledger no entry when the run looked; rows that appeared
/// since
///      are found (a duplicate key) and reported as refused or left for the next pass.
[[nodiscard]] Status bulkLoad(const TableTarget& target, WriteOutcome& total);

} // namespace causeway
