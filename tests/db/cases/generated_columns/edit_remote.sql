UPDATE t SET a = 10 WHERE id = 1; INSERT INTO t (id, a) VALUES (4, 4);
