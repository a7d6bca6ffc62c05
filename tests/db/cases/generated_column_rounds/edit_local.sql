UPDATE t SET amount = 200 WHERE id = 2; DELETE FROM t WHERE id = 3;
