UPDATE t SET j = '{"x": {"y": [1, 2, {"z": "it''s"}]}}' WHERE id = 2; INSERT INTO t VALUES (7, '{}');
