CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(20)); INSERT INTO t VALUES (1, 'same'), (2, 'r'), (3, 'only r'), (5, '');
