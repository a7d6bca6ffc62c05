TRUNCATE TABLE t; INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'C'), (5, 'e');
