UPDATE db_sync_config SET sync_enabled = 0 WHERE table_name = 't'; UPDATE t SET v = 'l' WHERE id = 1; INSERT INTO u VALUES (2);
