UPDATE t SET j = '{"a": 2}' WHERE id = 1;
