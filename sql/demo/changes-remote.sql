-- SPDX-License-Identifier: GPL-3.0-or-later
-- The demo: what happened on the remote side since both sides last agreed.

-- Prices go up, two products are renamed.
UPDATE products SET price = price + 2.50 WHERE id IN (3, 8, 18, 23, 28, 33, 38, 43);
UPDATE products SET name = 'Misty Mountain green tea, spring harvest 🌱', name_zh = '云雾山绿茶（春采）🌱'
    WHERE id = 51;
UPDATE products SET rating = 4.75, attributes = '{"colour": "墨绿", "sizes": [10, 250], "new": true}'
    WHERE id = 52;
UPDATE products SET description = NULL, weight_kg = 0.125 WHERE id IN (61, 62);

-- Parcels leave the house.
UPDATE orders SET status = 'shipped', shipped_at = '2026-01-05 08:15:30.250001'
    WHERE id IN (7, 14, 21, 28, 35, 42);
UPDATE orders SET remark = '请放在门口，谢谢 🙏' WHERE id = 49;
UPDATE order_items SET quantity = quantity + 1 WHERE order_id IN (7, 14) AND line_no = 1;

-- A new shelf, new customers, new orders.
INSERT INTO categories (id, parent_id, name, name_zh, position)
    VALUES (25, 3, 'Record players', '唱机', 250);
INSERT INTO products (id, sku, category_id, name, name_zh, price, weight_kg, rating, created_at)
    VALUES (242, 'SKU-000242', 25, 'Lighthouse record player', '灯塔唱机', 249.00, 4.200, NULL,
            '2026-01-04 09:00:00.000001');
INSERT INTO customers (id, email, name, city, level, interests, registered_at) VALUES
    (301, 'customer301@example.com', '欧阳娜娜', '成都', 'gold', 'tea,music', '2026-01-04 10:00:00.5'),
    (302, 'customer302@example.com', 'Zoë Müller', 'Hamburg', 'standard', 'books',
     '2026-01-04 11:30:00.000009'),
    (303, 'customer303@example.com', 'Seán O''Brien', NULL, 'standard', '', '2026-01-04 12:45:10');
INSERT INTO orders (id, order_no, customer_id, status, total, placed_at) VALUES
    (481, '2026-0000481', 301, 'paid', 249.00, '2026-01-05 10:10:10.101010'),
    (482, '2026-0000482', 5, 'new', 71.98, '2026-01-05 10:20:20.202020');
INSERT INTO order_items (order_id, line_no, product_id, quantity, unit_price, discount) VALUES
    (481, 1, 242, 1, 249.00, NULL), (482, 1, 3, 2, 35.99, 0.0500);

-- Things that went away; the lines of an order go with it.
DELETE FROM orders WHERE id IN (461, 462);
DELETE FROM customers WHERE id IN (296, 297);
DELETE FROM settings WHERE name IN ('shop.option_31', 'shop.option_32');
DELETE FROM products WHERE id = 236;

-- Six rows that the local side changed as well (changes-local.sql).
UPDATE products SET price = 129.00 WHERE id = 12;
UPDATE customers SET phone = '+49 40 7654321' WHERE id = 25;
UPDATE settings SET value = '{"on": true, "limit": 5000, "label": "限时"}' WHERE name = 'shop.option_07';
DELETE FROM products WHERE id = 239;
INSERT INTO products (id, sku, category_id, name, name_zh, price, created_at)
    VALUES (241, 'SKU-000241', 15, 'Teapot "Crane"', '鹤壶', 88.00, '2026-01-05 14:00:00');
UPDATE orders SET status = 'shipped', shipped_at = '2026-01-05 17:20:00.000123' WHERE id = 105;
