CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(200));
INSERT INTO t VALUES (1, '😀👨‍👩‍👧'), (2, 'tab\tnl\ncr\r'), (3, 'back\\slash \\N'), (4, '\0nul\Z'), (5, 'it''s "x" `y` % _'), (6, 'ü中ё'), (7, '\\');
