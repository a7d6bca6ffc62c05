CREATE TABLE `a``b.c d` (`order` INT, `x``y` VARCHAR(9), `select.from` INT, `中文 列` INT, PRIMARY KEY (`order`, `x``y`), UNIQUE KEY `u``k` (`中文 列`));
INSERT INTO `a``b.c d` VALUES (1, 'a', 1, 1), (2, 'b', 2, 2);
CREATE TABLE `订单` (`编号` INT PRIMARY KEY, `值` VARCHAR(9)); INSERT INTO `订单` VALUES (1, '一');
CREATE TABLE `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn` (`cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc` INT PRIMARY KEY, v INT);
INSERT INTO `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn` VALUES (1, 1);
CREATE TABLE `it's "q"` (id INT PRIMARY KEY, `"a"` INT, `'b'` INT, `\` INT); INSERT INTO `it's "q"` VALUES (1, 1, 1, 1);
