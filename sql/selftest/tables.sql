-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the self-test syncs, on both sides of its scratch databases.

CREATE TABLE items (
    id int unsigned NOT NULL,
    name varchar(160) NOT NULL,
    note text NULL,
    amount decimal(14,4) NULL,
    payload varbinary(64) NULL,
    changed_at datetime(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE parts (
    id int unsigned NOT NULL,
    item_id int unsigned NOT NULL,
    label varchar(80) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_parts_label (label),
    CONSTRAINT fk_parts_item FOREIGN KEY (item_id) REFERENCES items (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
