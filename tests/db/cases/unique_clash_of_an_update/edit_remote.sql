UPDATE t SET u = 50 WHERE id = 1;
