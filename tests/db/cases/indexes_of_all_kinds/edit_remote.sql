UPDATE t SET b = 'new words' WHERE id = 1;
