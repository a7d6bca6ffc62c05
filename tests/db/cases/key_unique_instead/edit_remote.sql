UPDATE t SET v = 10 WHERE c = 1 AND b = 'x'; INSERT INTO t VALUES (NULL, 'z', 9, 4);
