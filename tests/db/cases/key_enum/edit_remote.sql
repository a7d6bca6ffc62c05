UPDATE t SET v = 30 WHERE k = 'it''s'; INSERT INTO t VALUES ('c,d', 5); DELETE FROM s WHERE k = '';
