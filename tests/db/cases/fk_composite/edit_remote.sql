INSERT INTO p VALUES (3, 'z', 4); INSERT INTO child VALUES (4, 3, 'z'); UPDATE child SET a = 1, b = 'y' WHERE id = 3;
