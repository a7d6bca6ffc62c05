// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/progress.h"
#include "sync/row/row_image.h"
#include "sync/run/sync_report.h"

#include <QString>

namespace causeway::ctl {

/// The report as a person reads it: a table of counts and a sentence about the whole.
[[nodiscard]] QString reportText(const SyncReport& report);
/// The rows that a dry run lists, with their old and new values.
[[nodiscard]] QString changesText(const SyncReport& report);
/// One line about a run that is going on.
[[nodiscard]] QString progressText(const ProgressSnapshot& progress);

/// "column=value, column=value".
[[nodiscard]] QString rowText(const RowImage& row);
/// A duration as "350 ms", "12.3 s" or "4 min 05 s".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);
/// A status as a word of the current language.
[[nodiscard]] QString statusText(RunStatus status);

} // namespace causeway::ctl
