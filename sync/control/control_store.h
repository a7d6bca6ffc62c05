// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "sync/core/result.h"
#include "sync/core/timeouts.h"
#include "sync/profile/profile.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace causeway {

/// Which rows of the log are wanted. Of summaries, table, direction and text are asked of all rows
/// of their run.
struct LogFilter {
    QString runId; ///< empty: any
    std::optional<RunStatus> status;
    QString table; ///< empty: any
    std::optional<Direction> direction;
    QString text; ///< somewhere in the run's id, a table's name, an error code or a message
    bool summariesOnly = false;
    QDateTime since; ///< invalid: from the beginning
    int limit = 200;
    qint64 beforeId = 0; ///< >0: only rows with a smaller id (paging backwards)
};

struct ConflictFilter {
    std::optional<ConflictState> state;
    QString table; ///< empty: any
    std::optional<ConflictKind> kind;
    int limit = 200;
    qint64 afterId = 0; ///< only rows with a greater id (paging forwards)
};

/// The control tables of one local database through Qt Sql (QMYSQL).
///
/// Thread:    belongs to the thread that opened it, its whole life long.
/// Ownership: owns one named connection and removes it.
/// Errors:    DB_CONN_* when the server cannot be reached, CFG_005 when the control tables are
/// missing,
///            CFG_002/CFG_004 when a row holds a value outside the interface, SYS_004 for missing
///            rights.
class ControlStore final {
public:
    [[nodiscard]] static Result<ControlStore> open(const SideConfig& local,
                                                   const Timeouts& timeouts = {});
    ControlStore(ControlStore&&) noexcept;
    ControlStore& operator=(ControlStore&&) noexcept;
    ~ControlStore();

    /// By descending priority, then name.
    [[nodiscard]] Result<std::vector<TableConfig>> configs();
    /// Writes enabled, type, direction, priority and policy of all rows, in one transaction.
    [[nodiscard]] Status saveConfigs(const std::vector<TableConfig>& rows);

    /// Newest first.
    [[nodiscard]] Result<std::vector<LogRow>> log(const LogFilter& filter);
    /// Deletes log rows that ended before @p before; keeps the last run of each table and runs
    /// still going.
    /// @param dryRun counts only. @return rows removed (or to be removed).
    [[nodiscard]] Result<qint64> pruneLog(const QDateTime& before, bool dryRun);

    /// By ascending id.
    [[nodiscard]] Result<std::vector<ConflictRow>> conflicts(const ConflictFilter& filter);
    [[nodiscard]] Result<std::vector<ConflictRow>> conflictsById(const std::vector<qint64>& ids);
    [[nodiscard]] Result<qint64> openConflictCount();

private:
    class Impl;
    explicit ControlStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace causeway
