-- the old collation takes all emoji for one
INSERT INTO t VALUES ('😎', 3); UPDATE t SET v = 20 WHERE k = 'other';
