UPDATE child SET p = 3 WHERE p = 2; DELETE FROM p WHERE id = 2;
