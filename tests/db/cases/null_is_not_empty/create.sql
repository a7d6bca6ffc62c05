CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(9), b VARCHAR(9), c VARBINARY(9), d CHAR(4));
INSERT INTO t VALUES (1, 'a', NULL, '', NULL), (2, NULL, 'a', NULL, ''), (3, '', NULL, '', 'x'), (4, NULL, '', NULL, 'y'), (5, 'NULL', 'NULL', 'NULL', 'NULL');
