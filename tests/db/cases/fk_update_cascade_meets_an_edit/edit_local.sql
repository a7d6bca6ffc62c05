UPDATE child SET v = 99 WHERE id = 21;
