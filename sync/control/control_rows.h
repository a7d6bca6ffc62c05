// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/row/row_image.h"
#include "sync/run/sync_report.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace causeway {

/// One row of db_sync_config. All times UTC.
struct TableConfig {
    int id = 0;
    QString table;
    bool enabled = true;
    SyncType type = SyncType::Incremental;
    Direction direction = Direction::Both;
    std::optional<QDateTime> lastSyncTime;
    QString lastSyncPosition; ///< null QString: NULL
    int priority = 50;        ///< greater runs earlier
    Policy policy = Policy::Manual;
    QDateTime createdAt;
    QDateTime updatedAt;
    bool operator==(const TableConfig&) const = default;
};

/// One row of db_sync_log: of a table, or of a whole run when `table` is null.
struct LogRow {
    qint64 id = 0;
    QString runId;
    QString table; ///< null QString: the run's summary
    SyncType type = SyncType::Incremental;
    Direction direction = Direction::Both;
    RunStatus status = RunStatus::Running;
    TriggerSource trigger = TriggerSource::Manual;
    QDateTime startTime;              ///< UTC
    std::optional<QDateTime> endTime; ///< UTC
    double durationSeconds = 0.0;
    qint64 remoteRows = 0; ///< rows read per side
    qint64 localRows = 0;
    ChangeCounts remoteToLocal;
    ChangeCounts localToRemote;
    qint64 skipped = 0;
    qint64 conflicts = 0;
    QString errorCode;
    QString errorMessage;
    QDateTime createdAt;
};

/// One row of db_sync_conflict.
struct ConflictRow {
    qint64 id = 0;
    QString runId;
    QString table;
    RowImage key;
    ConflictKind kind = ConflictKind::UpdateUpdate;
    std::optional<RowImage> remote; ///< nullopt: not there on that side
    std::optional<RowImage> local;
    std::optional<RowImage> base; ///< nullopt: not known
    Policy policy = Policy::Manual;
    ConflictState state = ConflictState::Open;
    std::optional<Settlement> settledHow;
    QString settledBy;
    std::optional<QDateTime> settledAt; ///< UTC
    QDateTime foundAt;                  ///< UTC
    QDateTime updatedAt;                ///< UTC, last refresh
    QString message;                    ///< server's words for UNIQUE and REJECTED
    quint64 remoteDigest = 0; ///< digest of the recorded remote row; meaningless without it
    quint64 localDigest = 0;
};

} // namespace causeway
