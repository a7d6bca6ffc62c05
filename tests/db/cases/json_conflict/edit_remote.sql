UPDATE t SET j = '{"a": 3}' WHERE id = 1;
