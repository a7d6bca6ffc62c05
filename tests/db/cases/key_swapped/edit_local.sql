UPDATE t SET id = 98 WHERE id = 4; UPDATE t SET id = 4 WHERE id = 5; UPDATE t SET id = 5 WHERE id = 98;
