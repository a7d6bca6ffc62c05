UPDATE t SET data = 'z' WHERE code = 'a'; DELETE FROM t WHERE code = 'c';
