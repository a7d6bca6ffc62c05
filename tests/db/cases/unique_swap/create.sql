CREATE TABLE t (id INT PRIMARY KEY, u INT NOT NULL, n VARCHAR(9), UNIQUE KEY (u), UNIQUE KEY (n));
INSERT INTO t VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c'), (4, 4, NULL), (5, 5, 'e');
