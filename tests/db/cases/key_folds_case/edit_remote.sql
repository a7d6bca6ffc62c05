-- one key to the local side, two to the remote one
INSERT INTO t VALUES ('A', 3); UPDATE t SET v = 20 WHERE k = 'other';
