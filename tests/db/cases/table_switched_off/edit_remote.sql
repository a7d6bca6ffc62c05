UPDATE t SET v = 'r' WHERE id = 1;
