UPDATE t SET v = 'z' WHERE id = 3;
