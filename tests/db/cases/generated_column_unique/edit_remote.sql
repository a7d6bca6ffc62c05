UPDATE t SET v = 'X' WHERE id = 1; UPDATE t SET v = 'A' WHERE id = 2;
