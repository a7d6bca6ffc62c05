CREATE TABLE t (k BINARY(4) PRIMARY KEY, v INT); CREATE TABLE u (k VARBINARY(8) PRIMARY KEY, v INT);
INSERT INTO t VALUES (x'00000000', 1), (x'00ff0027', 2), (x'ffffffff', 3), ('a', 4);
INSERT INTO u VALUES ('', 1), (x'00', 2), (x'0000', 3), (x'ff5c27', 4);
