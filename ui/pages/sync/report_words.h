// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "sync/run/sync_report.h"

#include <QStringList>

namespace causeway {

/// A report in whole sentences, in the current language.
namespace report_words {

/// "Will delete 37 rows on remote · shop@db1": one line per side that loses rows; empty: none.
[[nodiscard]] QStringList deletions(const SyncReport& preview, const Profile& profile);
/// "Will write 40 rows to local · … and 44 rows to remote · …", or that there is nothing to do.
[[nodiscard]] QString plan(const SyncReport& preview, const Profile& profile);
/// One sentence on how a run ended.
[[nodiscard]] QString outcome(const SyncReport& report);
/// How many conflicts wait for a person; empty: none.
[[nodiscard]] QString waiting(const SyncReport& report);
/// How long the run stood still; empty: not for long.
[[nodiscard]] QString pause(const SyncReport& report);
/// What was proved: "Both sides are equal … proved at 12:30:05", or what was not.
[[nodiscard]] QString verification(const SyncReport& report);

/// What the operator should know before the guard of @p stopped is lifted.
[[nodiscard]] QString guardDetail(const TableOutcome& stopped, const Profile& profile);

[[nodiscard]] qint64 rowsToWrite(const SyncReport& report);
[[nodiscard]] qint64 rowsToDelete(const SyncReport& report);

} // namespace report_words
} // namespace causeway
