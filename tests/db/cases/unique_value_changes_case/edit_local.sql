UPDATE t SET u = 'X ' WHERE id = 2;
