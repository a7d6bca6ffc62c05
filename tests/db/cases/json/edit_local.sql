UPDATE t SET j = '{"changed":  true}' WHERE id = 3; DELETE FROM t WHERE id = 6;
