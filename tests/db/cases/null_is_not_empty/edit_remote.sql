UPDATE t SET a = NULL, b = 'a' WHERE id = 1; UPDATE t SET a = NULL WHERE id = 3;
