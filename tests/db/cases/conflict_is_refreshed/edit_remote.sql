UPDATE t SET v = 'r1' WHERE id = 1;
