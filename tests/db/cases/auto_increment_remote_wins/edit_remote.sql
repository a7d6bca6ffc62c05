INSERT INTO t (v) VALUES ('r');
