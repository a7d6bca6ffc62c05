UPDATE t SET u = 'c' WHERE id = 2; INSERT INTO t VALUES (11, 'b');
