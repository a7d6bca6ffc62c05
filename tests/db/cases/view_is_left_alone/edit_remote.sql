UPDATE t SET v = 'x' WHERE id = 1;
