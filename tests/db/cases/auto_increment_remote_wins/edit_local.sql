INSERT INTO t (v) VALUES ('l'), ('m');
