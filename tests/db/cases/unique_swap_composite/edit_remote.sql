UPDATE t SET b = 'z' WHERE id = 1; UPDATE t SET b = 'x' WHERE id = 2; UPDATE t SET b = 'y' WHERE id = 1;
