DELETE FROM t WHERE k = 'a'; UPDATE s SET v = 10 WHERE n = 1 AND k = 'x,z'; INSERT INTO s VALUES ('x,y,z', 3, 4);
