UPDATE t SET u = 'ABC' WHERE id = 1;
