UPDATE t SET a = 'ÿ', e = '中😎' WHERE id = 2; INSERT INTO t (id, f) VALUES (4, 'ё');
