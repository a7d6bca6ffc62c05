UPDATE t SET j = '{"x":1,"y":[1.0,2]}' WHERE id = 1;
