SET sql_generate_invisible_primary_key = 1; CREATE TABLE t (v VARCHAR(9)); INSERT INTO t VALUES ('a'), ('a'), ('b');
