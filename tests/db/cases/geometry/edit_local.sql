UPDATE t SET p = ST_GeomFromText('POINT(7 8)') WHERE id = 1; INSERT INTO t (id, p) VALUES (3, ST_GeomFromText('POINT(3 3)'));
