UPDATE t SET d = CONCAT(d, 'end') WHERE id = 1; UPDATE t SET f = x'00' WHERE id = 2;
