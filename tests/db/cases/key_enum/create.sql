CREATE TABLE t (k ENUM('b','a','c,d','it''s','') PRIMARY KEY, v INT); CREATE TABLE s (k SET('x','y','z'), n INT, v INT, PRIMARY KEY (k, n));
INSERT INTO t VALUES ('b', 1), ('a', 2), ('it''s', 3), ('', 4); INSERT INTO s VALUES ('x,z', 1, 1), ('', 1, 2), ('y', 2, 3);
