CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(10), c CHAR(10), b BINARY(4), t TEXT);
INSERT INTO t VALUES (1, 'a', 'a', 'a', 'a'), (2, 'a ', 'a ', 'a ', 'a '), (3, '  ', '  ', '', ' ');
