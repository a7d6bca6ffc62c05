CREATE TABLE t (a INT, b VARCHAR(9) NOT NULL, c INT NOT NULL, v INT, UNIQUE KEY one (a), UNIQUE KEY two (b, c));
INSERT INTO t VALUES (NULL, 'x', 1, 1), (NULL, 'x', 2, 2), (5, 'y', 1, 3);
