UPDATE t SET u = 99 WHERE id = 1; UPDATE t SET u = 1 WHERE id = 2; UPDATE t SET u = 2 WHERE id = 3; UPDATE t SET u = 3 WHERE id = 1;
