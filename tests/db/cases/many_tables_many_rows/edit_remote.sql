UPDATE big SET v = 'remote' WHERE id % 97 = 0; DELETE FROM big WHERE id % 89 = 0 AND id % 97 <> 0; INSERT INTO big VALUES (50001, 'r');
