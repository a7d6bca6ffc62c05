CREATE TABLE t (id INT PRIMARY KEY, a BIT(1), b BIT(12), c BIT(64));
INSERT INTO t VALUES (1, b'1', b'101010101010', x'ffffffffffffff80'), (2, b'0', b'0', b'0'), (3, NULL, NULL, NULL);
