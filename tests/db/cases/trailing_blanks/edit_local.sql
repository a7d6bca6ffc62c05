UPDATE t SET v = 'a' WHERE id = 2; UPDATE t SET t = 'a\t' WHERE id = 3;
