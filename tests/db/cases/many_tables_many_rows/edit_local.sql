UPDATE big SET v = 'local' WHERE id % 101 = 0 AND id % 97 <> 0 AND id % 89 <> 0; INSERT INTO big VALUES (50002, 'l'); INSERT INTO bare VALUES (1);
