UPDATE t SET u = 90 WHERE id = 3; UPDATE t SET u = 3 WHERE id = 4; UPDATE t SET u = 4 WHERE id = 3;
