INSERT INTO t (v) VALUES ('l');
