UPDATE t SET v = x'98' WHERE id = 2;
