UPDATE t SET v = 'B' WHERE id = 2;
