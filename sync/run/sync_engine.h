// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/pause_gate.h"
#include "sync/core/progress.h"
#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"

#include <stop_token>

namespace causeway {

/// Runs one synchronisation of @p request from start to end on the calling thread.
///
/// Discovers the changes of every table against the ledger in one consistent snapshot per side,
/// decides each row with reconcile(), and writes in small transactions that check the target first.
/// A failed table does not stop the others.
///
/// @param stop      polled between statements and batches; a statement in flight is killed.
/// @param progress  receives snapshots; must outlive the call.
/// @param pause     asked between batches and tables; must outlive the call; nullptr: never paused.
/// @return report of every table touched, also after cancellation or failure.
///
/// Thread:    any; needs no event loop. One run per pair at a time: a second one ends with
/// SYNC_010. Ownership: opens and closes its own connections; keeps nothing. Errors:    never
/// throws. SyncReport::error for the run, TableOutcome::error per table. Cancel:    the open batch
/// is rolled back; status CANCELLED; the next run goes on from there.
[[nodiscard]] SyncReport runSync(const SyncRequest& request, std::stop_token stop,
                                 ProgressMailbox& progress, PauseGate* pause = nullptr);

} // namespace causeway
