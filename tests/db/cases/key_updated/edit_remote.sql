UPDATE t SET id = 10 WHERE id = 1; UPDATE t SET id = 20 WHERE id = 2;
