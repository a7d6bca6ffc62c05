// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace causeway {

/// The documented error codes. errorCodeText() gives their public spelling ("DB_CONN_001").
enum class ErrorCode {
    ConnFailed,       ///< DB_CONN_001 cannot connect
    ConnTimeout,      ///< DB_CONN_002 connection timed out
    ConnAuth,         ///< DB_CONN_003 authentication failed
    ConnNoDatabase,   ///< DB_CONN_004 database does not exist
    ConnInsecure,     ///< DB_CONN_005 the demanded encryption could not be had
    ConnOtherServer,  ///< DB_CONN_006 one address leads to several servers
    SyncStructure,    ///< SYNC_001 table structures differ
    SyncDuplicateKey, ///< SYNC_002 duplicate key
    SyncTypes,        ///< SYNC_003 data types differ
    SyncForeignKey,   ///< SYNC_004 foreign key constraint failed
    SyncInterrupted,  ///< SYNC_005 sync interrupted
    SyncNoKey,        ///< SYNC_006 table has no row key
    SyncGuard,        ///< SYNC_007 a guard stopped a table before its first write
    SyncFenced,       ///< SYNC_008 another console works on this pair, or the pair is not the one
                      ///< recorded
    SyncWentBack,     ///< SYNC_009 a side lost commits that the ledger remembers
    SyncBusy,         ///< SYNC_010 another run holds the lock
    SyncRowRejected,  ///< SYNC_011 the target cannot hold a row
    SyncServer,       ///< SYNC_012 the server refused a statement
    SyncUnsupportedTable, ///< SYNC_013 table is no transactional base table
    SyncConflictMoved,    ///< SYNC_014 a conflict changed while it was being decided
    CfgMissing,           ///< CFG_001 variable not set
    CfgInvalid,           ///< CFG_002 value invalid
    CfgNoTable,           ///< CFG_003 table has no config row
    CfgDirection,         ///< CFG_004 sync direction invalid
    CfgNotInitialised,    ///< CFG_005 control tables missing
    CfgUsage,             ///< CFG_006 command line not understood
    CfgFile,              ///< CFG_007 a file of settings cannot be used
    CfgReadOnly,          ///< CFG_008 the profile is read-only
    CfgUnknown,           ///< CFG_009 nothing has this name or number
    CfgNotKept,           ///< CFG_010 what a run did is not kept, so that it cannot be undone
    CfgNotEmpty,          ///< CFG_011 a database that should be empty holds something
    SysDisk,              ///< SYS_001 disk space short
    SysMemory,            ///< SYS_002 memory short
    SysCpu,               ///< SYS_003 CPU use too high
    SysPermission,        ///< SYS_004 permission denied
    SysNoProgram,         ///< SYS_006 a program that is needed is not there
    SysBackup,            ///< SYS_007 a backup is damaged or did not arrive whole
    SysInternal,          ///< SYS_005 a program or file of this machine failed
};

/// Public spelling of @p code, for example "SYNC_001".
[[nodiscard]] QString errorCodeText(ErrorCode code);

/// Exit code of causewayctl for @p code: 2 CFG, 3 DB_CONN, 4 SYNC, 5 SYS.
[[nodiscard]] int exitCodeFor(ErrorCode code);

/// What went wrong, to what, and what to do next. A plain value; safe to copy across threads.
///
/// Invariants: `what` names the object concerned and holds no secret; `serverMessage` is the
/// server's own text, empty when the error is ours. Row values never enter an Error unless the row
/// itself was rejected.
struct Error {
    ErrorCode code = ErrorCode::SysInternal;
    QString what;          ///< object concerned, e.g. "remote · shop@db1:3306" or a table name
    QString detail;        ///< our own sentence about this very case; may be empty; translated
    QString serverMessage; ///< untranslated
    int serverCode = 0;    ///< MySQL error number, 0 when none
    QString sqlState;      ///< five characters, empty when none
    bool commitRefused = false; ///< the server answered COMMIT with it, and has rolled back

    /// The same statement may succeed when its whole transaction is run again.
    [[nodiscard]] bool isRetryable() const;
    /// The connection cannot be used any more.
    [[nodiscard]] bool breaksConnection() const;
    /// The server may or may not have done what was asked (connection lost while waiting).
    [[nodiscard]] bool outcomeUnknown() const;
    /// Only this row is at fault; others may be written.
    [[nodiscard]] bool isRowLevel() const;

    /// One sentence, in the current language: what happened to what.
    [[nodiscard]] QString message() const;
    /// What to do next, in the current language.
    [[nodiscard]] QString hint() const;

    bool operator==(const Error&) const = default;
};

/// Builds an Error without a server behind it.
[[nodiscard]] Error makeError(ErrorCode code, QString what, QString detail = {});

} // namespace causeway
