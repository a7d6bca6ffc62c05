UPDATE t SET b = 5 WHERE b = 1;
