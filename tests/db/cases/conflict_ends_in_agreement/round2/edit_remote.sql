UPDATE t SET v = 'l1' WHERE id = 1;
