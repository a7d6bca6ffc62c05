UPDATE t SET v = 20, changed = changed WHERE id = 2;
