SET foreign_key_checks = 0; INSERT INTO staff VALUES (9, 9, 'new'); INSERT INTO store VALUES (9, 9); SET foreign_key_checks = 1; UPDATE store SET boss = 3 WHERE id = 1;
