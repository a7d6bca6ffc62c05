DELETE FROM `a``b.c d` WHERE `order` = 2; UPDATE `订单` SET `值` = '壹'; UPDATE `nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn` SET v = 2;
INSERT INTO `it's "q"` VALUES (2, 2, 2, 2);
