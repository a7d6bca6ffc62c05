UPDATE t SET v = 'r1' WHERE id = 1; DELETE FROM t WHERE id = 2;
