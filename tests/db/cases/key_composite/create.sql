CREATE TABLE t (a INT, b VARCHAR(10) COLLATE utf8mb4_bin, c DATE, v VARCHAR(10), PRIMARY KEY (b, a, c));
INSERT INTO t VALUES (1, 'x', '2024-01-01', 'p'), (1, 'x', '2024-01-02', 'q'), (11, 'x', '2024-01-01', 'r'),
    (1, '1x', '2024-01-01', 's'), (2, '', '2024-01-01', NULL);
