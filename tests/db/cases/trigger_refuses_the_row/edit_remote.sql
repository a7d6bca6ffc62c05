INSERT INTO t VALUES (6, 'f'), (101, 'g');
