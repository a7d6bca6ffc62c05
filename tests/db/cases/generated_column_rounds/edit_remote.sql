UPDATE t SET amount = 100 WHERE id = 1; INSERT INTO t (id, amount) VALUES (4, 7);
