UPDATE t SET v = '\\N' WHERE id = 5; INSERT INTO t VALUES (9, '👩🏽‍🚀');
