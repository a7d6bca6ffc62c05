UPDATE t SET v = 'r2' WHERE id = 2; DELETE FROM t WHERE id = 3;
