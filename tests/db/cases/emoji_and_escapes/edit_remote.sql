UPDATE t SET v = '😎' WHERE id = 6; INSERT INTO t VALUES (8, '\\\\\'');
