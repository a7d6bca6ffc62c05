UPDATE t SET a = 'a', b = 'bc' WHERE id = 1;
