UPDATE t SET v = 'a  ', t = 'a\t' WHERE id = 1; UPDATE t SET b = 'b' WHERE id = 3;
