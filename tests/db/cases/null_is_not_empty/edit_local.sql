UPDATE t SET a = '' WHERE id = 4; UPDATE t SET c = NULL, d = NULL WHERE id = 5;
