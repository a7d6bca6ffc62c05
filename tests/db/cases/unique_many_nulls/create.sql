CREATE TABLE t (id INT PRIMARY KEY, u INT, UNIQUE KEY (u)); INSERT INTO t (id, u) VALUES (1, 1), (2, 2), (3, 3), (4, 4);
