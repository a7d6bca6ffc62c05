// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/error.h"
#include "sync/row/row_image.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace causeway {

/// Rows written (or, in a dry run, to be written) to one side.
struct ChangeCounts {
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 deleted = 0;

    [[nodiscard]] qint64 total() const { return inserted + updated + deleted; }
    ChangeCounts& operator+=(const ChangeCounts& other)
    {
        inserted += other.inserted;
        updated += other.updated;
        deleted += other.deleted;
        return *this;
    }
    bool operator==(const ChangeCounts&) const = default;
};

/// One row that a dry run would write, with its values on the target before and after.
struct PlannedChange {
    Side target = Side::Local;
    RowAction action = RowAction::Insert;
    RowImage key;
    std::optional<RowImage> before; ///< nullopt: not there
    std::optional<RowImage> after;  ///< nullopt: will not be there
};

/// What became of one table.
struct TableOutcome {
    QString table;
    SyncType type = SyncType::Incremental;
    Direction direction = Direction::Both;
    RunStatus status = RunStatus::Success;
    ChangeCounts remoteToLocal; ///< written to local
    ChangeCounts localToRemote; ///< written to remote
    qint64 conflicts = 0;       ///< conflicts found by this run, however settled
    qint64 openConflicts = 0;   ///< still waiting for a person after it
    qint64 skipped = 0;         ///< rows left alone: policy SKIP, open conflicts, rows that moved
    qint64 leftOut = 0;         ///< of the skipped ones: changes of a kind that the request skips
    qint64 rejected = 0;        ///< rows set aside because the target cannot hold them
    qint64 remoteRows = 0;      ///< rows seen on each side by the last look
    qint64 localRows = 0;
    bool cyclic = false;   ///< a run skips its inserts and updates together or not at all
    bool verified = false; ///< proved equal on both sides but for the counted exceptions
    std::chrono::milliseconds duration{0};
    std::optional<Error> error;
    std::vector<PlannedChange> changes; ///< dry run only, at most SyncLimits::listedChanges
    bool changesTruncated = false;
};

/// The outcome of one run. Plain value; safe to copy across threads.
struct SyncReport {
    QString runId; ///< UUID without braces
    RunStatus status = RunStatus::Success;
    std::optional<SyncType> type;       ///< as requested; empty: per table
    std::optional<Direction> direction; ///< as requested; empty: per table
    bool dryRun = false;
    QDateTime startedAt;                   ///< UTC
    std::chrono::milliseconds duration{0}; ///< at work
    std::chrono::milliseconds paused{0};   ///< not at work, because somebody paused the run
    std::vector<TableOutcome> tables;      ///< in the order they were worked on
    std::optional<Error> error;            ///< what ended the whole run, if anything
    QStringList warnings;                  ///< translated sentences
    QString logNote;     ///< goes into the log's message, in English: people search for it
    QStringList backups; ///< files of the backups that were made first

    [[nodiscard]] ChangeCounts remoteToLocal() const;
    [[nodiscard]] ChangeCounts localToRemote() const;
    [[nodiscard]] qint64 conflicts() const;
    [[nodiscard]] qint64 openConflicts() const;
    [[nodiscard]] qint64 skipped() const;
    [[nodiscard]] qint64 leftOut() const;
    [[nodiscard]] QDateTime endedAt() const; ///< UTC
};

/// The documented JSON document of `causewayctl sync --json`.
[[nodiscard]] QJsonObject toJson(const SyncReport& report);
/// {"code","message","hint"}; null for nullopt.
[[nodiscard]] QJsonValue toJson(const std::optional<Error>& error);
/// Exit code of the run as the spec's section 11 gives it.
[[nodiscard]] int exitCodeFor(const SyncReport& report);

} // namespace causeway
