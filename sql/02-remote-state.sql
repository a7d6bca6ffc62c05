-- SPDX-License-Identifier: GPL-3.0-or-later
-- Causeway: its one table in the remote database (MySQL 8 and 9, MariaDB 10.11 and 11).
-- Safe to run again: nothing that exists is touched. All times are UTC.

-- One row per pair, the same table on both sides (01-init.sql): who runs now, and the epoch that
-- every batch checks and raises.
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
