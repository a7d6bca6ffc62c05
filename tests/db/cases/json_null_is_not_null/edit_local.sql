UPDATE t SET j = 'null' WHERE id = 1;
