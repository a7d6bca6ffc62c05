UPDATE t SET v = 'x' WHERE id = 1; UPDATE t SET v = 'a' WHERE id = 1; DELETE FROM t WHERE id = 2; INSERT INTO t VALUES (2, 'b');
