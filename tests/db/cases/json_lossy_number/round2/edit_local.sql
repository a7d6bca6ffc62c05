UPDATE t SET j = '[12345]' WHERE id = 1; UPDATE t SET j = '[0.5]' WHERE id = 3;
