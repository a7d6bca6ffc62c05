UPDATE t SET v = 30 WHERE id = -3;
