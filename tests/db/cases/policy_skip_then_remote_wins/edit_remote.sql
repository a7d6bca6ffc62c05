UPDATE t SET v = 'ra' WHERE id = 1; DELETE FROM t WHERE id = 2; UPDATE t SET v = 'rc' WHERE id = 3; INSERT INTO t VALUES (6, 'r'); UPDATE t SET v = 'rd' WHERE id = 4;
