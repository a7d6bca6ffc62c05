CREATE TABLE t (k VARCHAR(60) COLLATE utf8mb4_bin PRIMARY KEY, v INT);
INSERT INTO t VALUES ('', 1), ('a', 2), ('A', 3), ('it''s "q" \\ `b`', 4), ('中文', 5), ('😀', 6), ('a,b', 7), ('NULL', 8), ('%', 9);
CREATE TABLE ci (k VARCHAR(60) COLLATE utf8mb4_general_ci PRIMARY KEY, v INT);
INSERT INTO ci VALUES ('Abc', 1), ('straße', 2), ('é', 3), ('x', 4);
