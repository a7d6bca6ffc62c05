UPDATE t SET b = '汉' WHERE id = 3; INSERT INTO t (id, c) VALUES (5, 'ё');
