SET auto_increment_increment = 2, auto_increment_offset = 2; INSERT INTO t (v) VALUES ('l'), ('l');
