UPDATE p SET code = 'eins' WHERE id = 1; DELETE FROM p WHERE id = 3;
