INSERT INTO t VALUES ('c'); UPDATE t SET v = 'A' WHERE my_row_id = 1;
