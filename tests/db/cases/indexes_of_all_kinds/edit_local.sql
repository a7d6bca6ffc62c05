INSERT INTO t VALUES (3, 'alpha', NULL, 3);
