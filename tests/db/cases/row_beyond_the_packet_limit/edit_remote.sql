UPDATE t SET v = REPEAT(x'41', 20000000) WHERE id = 2; INSERT INTO t VALUES (3, 'after'); UPDATE t SET v = 'new' WHERE id = 1;
