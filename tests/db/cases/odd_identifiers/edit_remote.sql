UPDATE `a``b.c d` SET `select.from` = 10 WHERE `order` = 1; INSERT INTO `订单` VALUES (2, '二'); UPDATE `it's "q"` SET `'b'` = 2;
