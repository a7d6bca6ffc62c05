-- What runs overwrote and deleted, kept for a while so that a run can be undone. In the local database;
-- made by the first run that writes. Bounded by age and size.

-- One row per run and table.
CREATE TABLE IF NOT EXISTS db_sync_undo (
    run_id varchar(36) NOT NULL,
    table_name varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fingerprint char(64) CHARACTER SET ascii NOT NULL COMMENT 'of the structure that the digests depend on',
    state enum('KEPT','TOO_LARGE','LOADED','KEYLESS') NOT NULL DEFAULT 'KEPT'
        COMMENT 'why the rows are not kept, if they are not',
    undone_at datetime(6) NULL DEFAULT NULL,
    undone_by varchar(255) NULL DEFAULT NULL,
    created_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (run_id, table_name),
    KEY ix_db_sync_undo_created (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
  COMMENT='Causeway: runs that can be undone';

-- One row per row written, in the order of writing.
CREATE TABLE IF NOT EXISTS db_sync_undo_row (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    run_id varchar(36) NOT NULL,
    table_name varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    side enum('REMOTE','LOCAL') NOT NULL COMMENT 'where it was written',
    row_key longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    before_row longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'NULL: not there, or not kept',
    before_digest bigint unsigned NULL DEFAULT NULL COMMENT 'NULL: not there',
    after_digest bigint unsigned NULL DEFAULT NULL COMMENT 'NULL: deleted',
    in_ledger boolean NOT NULL COMMENT 'both sides had agreed on the key before',
    agreed_remote bigint unsigned NULL DEFAULT NULL,
    agreed_local bigint unsigned NULL DEFAULT NULL,
    pending_epoch bigint unsigned NULL DEFAULT NULL COMMENT 'the remote has not confirmed it yet',
    PRIMARY KEY (id),
    KEY ix_db_sync_undo_row_run (run_id, id),
    KEY ix_db_sync_undo_row_pending (pending_epoch)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
  COMMENT='Causeway: rows as they were before';
