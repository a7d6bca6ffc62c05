UPDATE t SET a = '::ffff:1.2.3.4' WHERE n = 1; INSERT INTO t VALUES ('ffffffff-ffff-ffff-ffff-ffffffffffff', NULL, '255.255.255.255', 3);
