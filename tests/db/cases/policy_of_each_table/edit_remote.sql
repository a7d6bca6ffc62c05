UPDATE t SET v = 'r' WHERE id = 1; UPDATE u SET v = 'r' WHERE id = 1;
