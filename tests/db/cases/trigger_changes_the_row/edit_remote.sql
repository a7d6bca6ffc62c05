UPDATE t SET v = 'x' WHERE id = 1; UPDATE t SET v = 'Y' WHERE id = 2;
