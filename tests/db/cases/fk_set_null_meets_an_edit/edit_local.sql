UPDATE child SET v = 20 WHERE id = 21;
