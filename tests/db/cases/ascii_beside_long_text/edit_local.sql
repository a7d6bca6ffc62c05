UPDATE t SET body = '长' WHERE code = 'b'; INSERT INTO t (code, data) VALUES ('d', x'0a');
