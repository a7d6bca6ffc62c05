UPDATE t SET v = 'a' WHERE id = 1;
