UPDATE t SET n = NULL WHERE id = 5; UPDATE t SET n = 'e' WHERE id = 4;
