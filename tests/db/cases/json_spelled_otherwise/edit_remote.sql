UPDATE t SET j = '{"z": 1, "y": 2.50}' WHERE id = 2;
