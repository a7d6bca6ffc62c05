UPDATE t SET j = '{"y": [1.0, 2], "x": 1}' WHERE id = 1;
