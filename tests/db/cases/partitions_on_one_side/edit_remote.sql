UPDATE t SET v = 10 WHERE id = 1;
