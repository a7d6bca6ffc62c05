CREATE TABLE t (id INT PRIMARY KEY, parent INT, v INT, CONSTRAINT f FOREIGN KEY (parent) REFERENCES t (id));
INSERT INTO t VALUES (5, NULL, 1), (3, 5, 2), (9, 3, 3), (1, 9, 4), (7, NULL, 0); UPDATE t SET parent = 7 WHERE id = 7;
