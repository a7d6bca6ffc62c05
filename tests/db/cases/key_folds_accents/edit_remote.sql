-- é is e there
INSERT INTO t VALUES ('é', 3); UPDATE t SET v = 20 WHERE k = 'other';
