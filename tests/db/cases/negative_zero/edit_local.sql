INSERT INTO t VALUES (3, '-0', '-0');
