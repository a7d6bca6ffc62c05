// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/undo/undo_entry.h"

#include <limits>
#include <map>
#include <vector>

namespace causeway {

class Connection;

inline constexpr quint64 kNewestUndo = std::numeric_limits<quint64>::max();

/// Tables of one run, or of all runs for an empty @p runId; oldest first. None when nothing was
/// ever kept. Errors: CFG_002 when a row of it is not readable, else as serverError() maps them.
[[nodiscard]] Result<std::vector<UndoTable>> readUndoTables(Connection& local,
                                                            const QString& runId);
/// At most @p limit entries of the run with ids below @p below, and fewer when their rows are
/// large; the newest first. None: there are no more.
[[nodiscard]] Result<std::vector<UndoEntry>>
readUndoEntries(Connection& local, const QString& runId, quint64 below, int limit);
/// Rows kept, by run.
[[nodiscard]] Result<std::map<QString, qint64>> countUndoRows(Connection& local);
[[nodiscard]] Status noteUndone(Connection& local, const QString& runId, const QString& table,
                                const QString& by);

} // namespace causeway
