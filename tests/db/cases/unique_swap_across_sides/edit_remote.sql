UPDATE t SET u = 10 WHERE id = 1;
