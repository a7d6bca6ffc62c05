CREATE TABLE t (id INT PRIMARY KEY, e SET('a','b','c')); INSERT INTO t VALUES (2, 'c');
