UPDATE p SET id = 20 WHERE id = 2;
