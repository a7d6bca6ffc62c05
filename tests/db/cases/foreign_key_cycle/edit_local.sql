UPDATE staff SET name = 'bb' WHERE id = 2; INSERT INTO staff VALUES (4, 2, 'd');
