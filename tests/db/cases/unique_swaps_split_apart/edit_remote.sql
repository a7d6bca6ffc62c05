UPDATE t SET u = 100 + id; UPDATE t SET u = IF(id % 2 = 1, id + 1, id - 1);
INSERT INTO t VALUES (9, 9, 77), (10, 10, 78);
