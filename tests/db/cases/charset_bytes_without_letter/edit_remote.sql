UPDATE t SET v = x'9898' WHERE id = 3;
