UPDATE db_sync_config SET sync_enabled = 0 WHERE table_name = 'child';
