UPDATE t SET v = 'zhong' WHERE id = 2;
