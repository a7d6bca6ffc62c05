CREATE TABLE p (id INT PRIMARY KEY, code VARCHAR(10) NOT NULL, UNIQUE KEY u (code));
CREATE TABLE c (id INT PRIMARY KEY, code VARCHAR(10), v INT,
    CONSTRAINT f FOREIGN KEY (code) REFERENCES p (code) ON UPDATE CASCADE ON DELETE SET NULL);
INSERT INTO p VALUES (1, 'one'), (2, 'two'), (3, 'three');
INSERT INTO c VALUES (11, 'one', 1), (12, 'one', 2), (21, 'two', 3), (31, 'three', 4);
