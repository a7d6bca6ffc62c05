SET foreign_key_checks = 0; UPDATE p SET code = 9 WHERE id = 1; UPDATE p SET code = 1 WHERE id = 2; UPDATE p SET code = 2 WHERE id = 1; SET foreign_key_checks = 1;
