UPDATE child SET code = 3 WHERE id = 2;
