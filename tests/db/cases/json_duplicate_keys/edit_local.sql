UPDATE t SET j = '{"a": 1, "a": 2}' WHERE id = 1; UPDATE t SET j = '[2]' WHERE id = 2;
