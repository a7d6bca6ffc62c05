// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/control/control_rows.h"
#include "sync/core/progress.h"
#include "sync/profile/profile.h"
#include "sync/run/sync_report.h"

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QVariantList>

/// @file The engine's values in the words of the people who use it, in the current language.
/// Values that are an interface (REMOTE_WINS) keep their spelling; where a language glosses them,
/// the gloss stands behind.

namespace causeway::words {

[[nodiscard]] QString of(Side side);
[[nodiscard]] QString of(SyncType type);
[[nodiscard]] QString of(Direction direction);
[[nodiscard]] QString of(Policy policy);
[[nodiscard]] QString of(RunStatus status);
[[nodiscard]] QString of(TriggerSource source);
[[nodiscard]] QString of(ConflictKind kind);
[[nodiscard]] QString of(Settlement settlement);
[[nodiscard]] QString of(RowAction action);
[[nodiscard]] QString of(RunPhase phase);
[[nodiscard]] QString of(TlsMode mode);

/// Choices for editors, in the order of the documentation.
[[nodiscard]] QVariantList syncTypeOptions();
[[nodiscard]] QVariantList directionOptions();
[[nodiscard]] QVariantList policyOptions();

/// "remote · shop@db1": how a side is named everywhere.
[[nodiscard]] QString sideName(Side side, const SideConfig& config);
/// "shop@db1"; a UNIX socket is on "localhost".
[[nodiscard]] QString place(const SideConfig& config);

/// What the log says about a run or a table of it, in the current language where it is our own
/// note about conflicts; an error stands as it was recorded. Empty: nothing to say.
[[nodiscard]] QString message(const LogRow& row);

/// Local time of a UTC moment, to the second; an em dash for none.
[[nodiscard]] QString moment(const QDateTime& utc);
/// "850 ms", "12.4 s", "3 min 05 s", "2 h 10 min".
[[nodiscard]] QString duration(std::chrono::milliseconds span);
/// A whole number with the digit groups of the current language.
[[nodiscard]] QString number(qint64 value);
/// "1 row", "84 rows".
[[nodiscard]] QString rows(qint64 count);
/// "1 table", "6 tables".
[[nodiscard]] QString tables(qint64 count);
/// "1 conflict", "6 conflicts".
[[nodiscard]] QString conflicts(qint64 count);
/// Sentences one after the other, with the space between that the writing asks for; empty ones are
/// left out.
[[nodiscard]] QString sentences(const QStringList& parts);
/// "+12 ~3 −1" style counts: inserted, updated, deleted; an em dash when all are 0.
[[nodiscard]] QString counts(const ChangeCounts& counts);
/// "id = 7" or "order_id = 7, line = 2".
[[nodiscard]] QString key(const RowImage& key);

} // namespace causeway::words
