-- SPDX-License-Identifier: GPL-3.0-or-later
-- The sample shop of the demo; the same tables on both sides.

CREATE TABLE settings (
    name varchar(64) NOT NULL,
    value json NULL,
    note text NULL,
    changed_at timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='what the shop is set to';

CREATE TABLE categories (
    id int unsigned NOT NULL AUTO_INCREMENT,
    parent_id int unsigned NULL,
    name varchar(80) NOT NULL,
    name_zh varchar(80) NOT NULL,
    position smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY uk_categories_name (parent_id, name),
    CONSTRAINT fk_categories_parent FOREIGN KEY (parent_id) REFERENCES categories (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE products (
    id int unsigned NOT NULL AUTO_INCREMENT,
    sku char(10) NOT NULL,
    category_id int unsigned NOT NULL,
    name varchar(120) NOT NULL,
    name_zh varchar(120) NOT NULL,
    description text NULL,
    price decimal(10,2) NOT NULL,
    price_with_tax decimal(12,2) GENERATED ALWAYS AS (ROUND(price * 1.19, 2)) STORED,
    weight_kg decimal(8,3) NULL,
    attributes json NULL,
    rating double NULL,
    fingerprint varbinary(16) NULL,
    discontinued tinyint(1) NOT NULL DEFAULT 0,
    created_at datetime(6) NOT NULL,
    changed_at timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    PRIMARY KEY (id),
    UNIQUE KEY uk_products_sku (sku),
    KEY ix_products_category (category_id),
    CONSTRAINT fk_products_category FOREIGN KEY (category_id) REFERENCES categories (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE customers (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    email varchar(190) NOT NULL,
    name varchar(80) NOT NULL,
    city varchar(80) NULL,
    phone varchar(30) NULL,
    level enum('standard','silver','gold') NOT NULL DEFAULT 'standard',
    interests set('tea','books','music','garden','kitchen') NOT NULL DEFAULT '',
    born date NULL,
    note text NULL,
    registered_at datetime(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_customers_email (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE orders (
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    order_no char(12) NOT NULL,
    customer_id bigint unsigned NOT NULL,
    status enum('new','paid','shipped','done','cancelled') NOT NULL DEFAULT 'new',
    total decimal(12,2) NOT NULL,
    remark varchar(200) NULL,
    placed_at datetime(6) NOT NULL,
    shipped_at datetime(6) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_orders_no (order_no),
    KEY ix_orders_customer (customer_id),
    CONSTRAINT fk_orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE order_items (
    order_id bigint unsigned NOT NULL,
    line_no smallint unsigned NOT NULL,
    product_id int unsigned NOT NULL,
    quantity int unsigned NOT NULL,
    unit_price decimal(10,2) NOT NULL,
    discount decimal(5,4) NULL,
    PRIMARY KEY (order_id, line_no),
    KEY ix_order_items_product (product_id),
    CONSTRAINT fk_order_items_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
    CONSTRAINT fk_order_items_product FOREIGN KEY (product_id) REFERENCES products (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
