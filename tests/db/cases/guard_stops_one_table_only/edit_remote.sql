DELETE FROM t; UPDATE u SET v = 'x' WHERE id = 1;
