CREATE TABLE t (code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY, other CHAR(8) CHARACTER SET ascii COLLATE ascii_general_ci,
    body TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, data BLOB, doc JSON, u VARCHAR(20) CHARACTER SET latin1);
INSERT INTO t VALUES ('a', 'x', 'long 雪', x'00ff', '{"a": 1}', 'é'), ('b', NULL, NULL, NULL, NULL, NULL), ('c', '', '', '', '[]', '');
