INSERT INTO t VALUES (2, '中'), (3, 'ü');
