UPDATE t SET v = 40 WHERE k LIKE 'it%'; DELETE FROM t WHERE k = '%'; INSERT INTO t VALUES ('b\tc\n', 11);
DELETE FROM ci WHERE k = 'é'; INSERT INTO ci VALUES ('neu', 5);
