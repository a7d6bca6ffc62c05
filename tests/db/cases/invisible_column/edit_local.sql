INSERT INTO t (id, a) VALUES (3, 3); UPDATE t SET h = 5 WHERE id = 2;
