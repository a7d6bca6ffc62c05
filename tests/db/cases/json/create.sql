CREATE TABLE t (id INT PRIMARY KEY, j JSON);
INSERT INTO t VALUES (1, '{"b": 1, "a": [1.10, 1e2, true, null, "é😀\\n"]}'), (2, '[]'), (3, NULL), (4, 'null'), (5, '"text"'), (6, '123456789012345678');
