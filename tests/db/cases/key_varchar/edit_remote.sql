UPDATE t SET v = 60 WHERE k = '😀'; DELETE FROM t WHERE k = ''; INSERT INTO t VALUES ('😎', 10);
UPDATE ci SET v = 10 WHERE k = 'abc'; UPDATE ci SET k = 'X' WHERE k = 'x';
