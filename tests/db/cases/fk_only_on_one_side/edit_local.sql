INSERT INTO child VALUES (2, 1), (7, 70);
