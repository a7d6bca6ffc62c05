UPDATE t SET v = 'mine' WHERE id = 2; UPDATE t SET id = 30 WHERE id = 3;
