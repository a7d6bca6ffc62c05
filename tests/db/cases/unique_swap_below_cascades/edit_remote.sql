UPDATE p SET code = 'x' WHERE id = 1; UPDATE p SET code = 'a' WHERE id = 2; UPDATE p SET code = 'b' WHERE id = 1;
