UPDATE db_sync_config SET priority = 99 WHERE table_name = 'child'; INSERT INTO p VALUES (5, 5); INSERT INTO child VALUES (51, 5, 1);
