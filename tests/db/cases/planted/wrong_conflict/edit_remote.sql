UPDATE t SET v = 2;
