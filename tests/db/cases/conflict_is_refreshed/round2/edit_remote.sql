UPDATE t SET v = 'r2' WHERE id = 1;
