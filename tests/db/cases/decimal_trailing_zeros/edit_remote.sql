UPDATE t SET v = 1.1 WHERE id = 1; UPDATE t SET k = 2.50 WHERE id = 2;
