UPDATE t SET v = 'l' WHERE id = 1;
