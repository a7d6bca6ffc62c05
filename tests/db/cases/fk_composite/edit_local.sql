UPDATE p SET b = 'X2' WHERE v = 1;
