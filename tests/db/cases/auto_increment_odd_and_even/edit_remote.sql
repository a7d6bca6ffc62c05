SET auto_increment_increment = 2, auto_increment_offset = 1; INSERT INTO t (v) VALUES ('r'), ('r');
