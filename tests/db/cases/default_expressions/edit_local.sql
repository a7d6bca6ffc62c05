INSERT INTO t (id, u, d) VALUES (3, 'three', '2003-03-03 03:03:03.000003');
