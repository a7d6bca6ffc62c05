-- ß is ss there
INSERT INTO t VALUES ('ß', 3); UPDATE t SET v = 20 WHERE k = 'other';
