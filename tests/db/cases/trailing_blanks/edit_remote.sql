UPDATE t SET v = 'a  ' WHERE id = 1; UPDATE t SET b = 'b' WHERE id = 3;
