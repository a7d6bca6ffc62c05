UPDATE db_sync_config SET sync_enabled = 1 WHERE table_name = 't';
