-- SPDX-License-Identifier: GPL-3.0-or-later
-- The demo: what happened on the local side since both sides last agreed.

-- Stock-taking: weights, and what is no longer sold.
UPDATE products SET weight_kg = 0.750 WHERE id IN (101, 102, 103, 104, 105, 106);
UPDATE products SET discontinued = 1 - discontinued WHERE id IN (111, 112, 113);
UPDATE products SET description = '手工制作，每一件都不同。\nEvery piece is different ✨' WHERE id = 121;
UPDATE categories SET name_zh = '种子与球茎', name = 'Seeds and bulbs' WHERE id = 16;

-- The customer desk.
UPDATE customers SET level = 'gold' WHERE id IN (31, 32, 33, 34);
UPDATE customers SET note = 'Moved house 🏠; old address: "4 Quay Road"' WHERE id = 41;
UPDATE customers SET interests = 'tea,kitchen', born = NULL WHERE id IN (42, 43);
UPDATE orders SET status = 'cancelled', shipped_at = NULL WHERE id IN (101, 102, 103);
UPDATE settings SET value = '{"on": false, "limit": 0.10}', note = '暂停' WHERE name = 'shop.option_11';
UPDATE settings SET value = NULL WHERE name = 'shop.option_12';

-- The till: new customers and orders.
INSERT INTO settings (name, value, note)
    VALUES ('till.greeting', '{"text": "欢迎光临 👋"}', NULL), ('till.receipt', NULL, 'prints twice');
INSERT INTO customers (id, email, name, city, level, interests, registered_at) VALUES
    (311, 'customer311@example.com', '陈小兰', '广州', 'silver', 'garden', '2026-01-05 09:00:00.123456'),
    (312, 'customer312@example.com', 'Łukasz García', 'Lisbon', 'standard', 'books,kitchen',
     '2026-01-05 09:30:00');
INSERT INTO orders (id, order_no, customer_id, status, total, remark, placed_at) VALUES
    (491, '2026-0000491', 311, 'new', 59.70, '现金', '2026-01-05 15:00:00.000001'),
    (492, '2026-0000492', 8, 'done', 12.00, NULL, '2026-01-05 15:01:00.999999');
INSERT INTO order_items (order_id, line_no, product_id, quantity, unit_price, discount) VALUES
    (491, 1, 101, 3, 19.90, NULL), (492, 1, 102, 1, 12.00, 0.2500);

-- Things that went away.
DELETE FROM orders WHERE id IN (451, 452);
DELETE FROM customers WHERE id = 299;
DELETE FROM settings WHERE name = 'shop.option_40';
DELETE FROM products WHERE id IN (231, 232);

-- Six rows that the remote side changed as well (changes-remote.sql).
UPDATE products SET price = 119.50, description = 'Price as in the window' WHERE id = 12;
UPDATE customers SET city = '苏州', note = 'prefers letters' WHERE id = 25;
DELETE FROM settings WHERE name = 'shop.option_07';
UPDATE products SET description = 'Last one, on display' WHERE id = 239;
INSERT INTO products (id, sku, category_id, name, name_zh, price, created_at)
    VALUES (241, 'SKU-100241', 15, 'Teapot "Heron"', '鹭壶', 79.90, '2026-01-05 14:30:00');
UPDATE orders SET status = 'cancelled', remark = '客户取消' WHERE id = 105;
