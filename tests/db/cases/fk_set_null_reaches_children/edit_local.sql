UPDATE child SET v = 10 WHERE id = 11;
