CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20)); INSERT INTO t VALUES (1, 'same'), (2, 'l'), (4, 'only l'), (5, NULL);
