UPDATE t SET g = ST_GeomFromText('POLYGON((0 0,1 0,1 1,0 0))') WHERE id = 2;
