UPDATE p SET v = 'local'; INSERT INTO c VALUES (1, 1, 'local');
UPDATE db_sync_config SET conflict_resolution = 'LOCAL_WINS' WHERE table_name = 'c';
