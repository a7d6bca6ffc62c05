UPDATE t SET v = 'l1' WHERE id = 1; UPDATE t SET v = 'l2' WHERE id = 2;
