-- SPDX-License-Identifier: GPL-3.0-or-later
-- Causeway: the control tables of the local database (MySQL 8 and 9, MariaDB 10.11 and 11).
-- Safe to run again: nothing that exists is touched. All times are UTC.

-- What is synced, and how. One row per table; greater priority runs earlier.
CREATE TABLE IF NOT EXISTS db_sync_config (
    id int NOT NULL AUTO_INCREMENT,
    table_name varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sync_enabled boolean NOT NULL DEFAULT 1,
    sync_type enum('FULL','INCREMENTAL') NOT NULL DEFAULT 'INCREMENTAL',
    sync_direction enum('BOTH','REMOTE_TO_LOCAL','LOCAL_TO_REMOTE') NOT NULL DEFAULT 'BOTH',
    last_sync_time datetime NULL DEFAULT NULL,
    last_sync_position varchar(255) NULL DEFAULT NULL,
    priority int NOT NULL DEFAULT 50,
    conflict_resolution enum('REMOTE_WINS','LOCAL_WINS','SKIP','MANUAL') NOT NULL DEFAULT 'MANUAL',
    created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uk_db_sync_config_table (table_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
  COMMENT='Causeway: what is synced, and how';

-- What ran: one row per run and table, and one summary row per run with table_name NULL.
CREATE TABLE IF NOT EXISTS db_sync_log (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    run_id varchar(36) NOT NULL,
    table_name varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT NULL
        COMMENT 'NULL: summary of the run',
    sync_type enum('FULL','INCREMENTAL') NOT NULL,
    sync_direction enum('BOTH','REMOTE_TO_LOCAL','LOCAL_TO_REMOTE') NOT NULL,
    status enum('RUNNING','SUCCESS','PARTIAL','FAILED','CANCELLED') NOT NULL,
    trigger_source enum('MANUAL','SCHEDULE','CLI') NOT NULL,
    start_time datetime(3) NOT NULL,
    end_time datetime(3) NULL DEFAULT NULL,
    duration decimal(12,3) NULL DEFAULT NULL COMMENT 'seconds',
    rows_read_remote bigint unsigned NOT NULL DEFAULT 0,
    rows_read_local bigint unsigned NOT NULL DEFAULT 0,
    remote_to_local_inserted bigint unsigned NOT NULL DEFAULT 0,
    remote_to_local_updated bigint unsigned NOT NULL DEFAULT 0,
    remote_to_local_deleted bigint unsigned NOT NULL DEFAULT 0,
    local_to_remote_inserted bigint unsigned NOT NULL DEFAULT 0,
    local_to_remote_updated bigint unsigned NOT NULL DEFAULT 0,
    local_to_remote_deleted bigint unsigned NOT NULL DEFAULT 0,
    rows_inserted bigint unsigned GENERATED ALWAYS AS
        (remote_to_local_inserted + local_to_remote_inserted) VIRTUAL COMMENT 'both directions',
    rows_updated bigint unsigned GENERATED ALWAYS AS
        (remote_to_local_updated + local_to_remote_updated) VIRTUAL COMMENT 'both directions',
    rows_deleted bigint unsigned GENERATED ALWAYS AS
        (remote_to_local_deleted + local_to_remote_deleted) VIRTUAL COMMENT 'both directions',
    rows_skipped bigint unsigned NOT NULL DEFAULT 0,
    conflicts bigint unsigned NOT NULL DEFAULT 0,
    error_code varchar(20) NULL DEFAULT NULL,
    error_message text NULL,
    created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    KEY ix_db_sync_log_run (run_id),
    KEY ix_db_sync_log_created (created_at),
    KEY ix_db_sync_log_status (status, start_time),
    KEY ix_db_sync_log_table (table_name, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
  COMMENT='Causeway: what ran';

-- Every conflict ever found, open or settled. Rows and keys are JSON arrays of [column, value] pairs.
CREATE TABLE IF NOT EXISTS db_sync_conflict (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    run_id varchar(36) NOT NULL,
    table_name varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    row_key longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash binary(32) NOT NULL COMMENT 'SHA-256 of row_key',
    kind enum('UPDATE_UPDATE','UPDATE_DELETE','DELETE_UPDATE','INSERT_INSERT','DELETE_CHILDREN',
              'UNIQUE','REJECTED') NOT NULL,
    remote_row longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'NULL: not there',
    local_row longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'NULL: not there',
    base_row longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'NULL: not known',
    remote_digest bigint unsigned NULL DEFAULT NULL,
    local_digest bigint unsigned NULL DEFAULT NULL,
    policy enum('REMOTE_WINS','LOCAL_WINS','SKIP','MANUAL') NOT NULL,
    state enum('OPEN','SETTLED') NOT NULL DEFAULT 'OPEN',
    settled_how enum('REMOTE','LOCAL','MERGED','AGREED') NULL DEFAULT NULL,
    settled_at datetime(6) NULL DEFAULT NULL,
    settled_by varchar(255) NULL DEFAULT NULL,
    message text NULL COMMENT 'the words of the server that refused the row',
    found_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    KEY ix_db_sync_conflict_key (table_name, state, key_hash),
    KEY ix_db_sync_conflict_state (state, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
  COMMENT='Causeway: every conflict ever found';

-- State of the scheduler; one row with id 1.
CREATE TABLE IF NOT EXISTS db_sync_schedule (
    id tinyint unsigned NOT NULL,
    enabled boolean NOT NULL DEFAULT 0,
    schedule_type enum('MINUTES') NOT NULL DEFAULT 'MINUTES',
    interval_minutes int unsigned NOT NULL DEFAULT 60,
    quiet_from time NULL DEFAULT NULL COMMENT 'local time of the machine that runs the schedule',
    quiet_until time NULL DEFAULT NULL COMMENT 'no run begins from quiet_from until then',
    next_run datetime(3) NULL DEFAULT NULL COMMENT 'NULL and enabled: at once',
    last_run datetime(3) NULL DEFAULT NULL,
    last_status enum('RUNNING','SUCCESS','PARTIAL','FAILED','CANCELLED') NULL DEFAULT NULL,
    last_error_code varchar(20) NULL DEFAULT NULL,
    last_error_message text NULL,
    succeeded bigint unsigned NOT NULL DEFAULT 0,
    failed bigint unsigned NOT NULL DEFAULT 0,
    failures_in_a_row int unsigned NOT NULL DEFAULT 0,
    alert_since datetime(3) NULL DEFAULT NULL COMMENT 'too many failures in a row',
    holder varchar(255) NULL DEFAULT NULL COMMENT 'console or causewayctl that runs the schedule',
    holder_seen datetime(3) NULL DEFAULT NULL COMMENT 'by the clock of this server',
    created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
  COMMENT='Causeway: state of the scheduler';

-- One row per pair, the same table on both sides (02-remote-state.sql): who runs now, and the epoch
-- that every batch checks and raises.
CREATE TABLE IF NOT EXISTS db_sync_state (
    pair_id varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    epoch bigint unsigned NOT NULL,
    holder varchar(255) NULL DEFAULT NULL,
    peer_uuid varchar(64) NULL DEFAULT NULL,
    peer_database varchar(64) NULL DEFAULT NULL,
    peer_epoch bigint unsigned NOT NULL DEFAULT 0,
    updated_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (pair_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
  COMMENT='Causeway: state of a pair';
