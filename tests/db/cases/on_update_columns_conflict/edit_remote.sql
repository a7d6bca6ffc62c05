UPDATE t SET v = 10, changed = '2010-01-01' WHERE id = 1;
