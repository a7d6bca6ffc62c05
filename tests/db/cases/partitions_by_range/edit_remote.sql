UPDATE t SET id = 12 WHERE id = 1;
