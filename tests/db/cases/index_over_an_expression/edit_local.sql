INSERT INTO t VALUES (2, 'a'), (3, 'b');
