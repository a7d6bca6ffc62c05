UPDATE t SET c = '' WHERE id = 3; INSERT INTO t (id, g) VALUES (4, REPEAT(x'fe', 300000));
