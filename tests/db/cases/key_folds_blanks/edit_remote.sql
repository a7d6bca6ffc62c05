-- the remote collation does not pad
INSERT INTO t VALUES ('a ', 3); UPDATE t SET v = 20 WHERE k = 'other';
