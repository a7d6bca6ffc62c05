INSERT INTO t (id, v) VALUES (2, 5);
