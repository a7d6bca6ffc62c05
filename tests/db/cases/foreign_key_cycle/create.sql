CREATE TABLE staff (id INT PRIMARY KEY, store INT NOT NULL, name VARCHAR(9));
CREATE TABLE store (id INT PRIMARY KEY, boss INT NOT NULL, CONSTRAINT fs FOREIGN KEY (boss) REFERENCES staff (id));
SET foreign_key_checks = 0; INSERT INTO staff VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 1, 'c'); INSERT INTO store VALUES (1, 1), (2, 2); SET foreign_key_checks = 1;
ALTER TABLE staff ADD CONSTRAINT ff FOREIGN KEY (store) REFERENCES store (id);
