UPDATE t SET v = 'la' WHERE id = 1; UPDATE t SET v = 'lb' WHERE id = 2; DELETE FROM t WHERE id = 3; INSERT INTO t VALUES (6, 'l'); UPDATE t SET v = 'le' WHERE id = 5;
