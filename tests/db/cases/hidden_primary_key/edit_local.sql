DELETE FROM t WHERE my_row_id = 3; INSERT INTO t (my_row_id, v) VALUES (100, 'd');
