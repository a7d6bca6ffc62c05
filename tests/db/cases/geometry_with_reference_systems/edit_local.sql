INSERT INTO t VALUES (2, ST_GeomFromText('POINT(400 200)', 4326)), (3, ST_GeomFromText('POINT(40 50)', 4326)); UPDATE t SET g = ST_GeomFromText('POINT(400 200)') WHERE id = 1;
