UPDATE t SET a = 'xy', b = 'z' WHERE id = 2;
