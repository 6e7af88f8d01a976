-- Kinds of returnable containers: the usual deposit for one, and the price of a lost one.
CREATE TABLE container (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL CHECK (name <> ''),
    name_key  TEXT    NOT NULL UNIQUE,
    deposit   INTEGER NOT NULL CHECK (deposit >= 0),
    price     INTEGER NOT NULL CHECK (price >= 0)
) STRICT;

-- What customers hold is the sum of these; `change` is positive for what was handed out.
CREATE TABLE container_move (
    id            INTEGER PRIMARY KEY,
    customer_id   INTEGER NOT NULL REFERENCES customer (id),
    container_id  INTEGER NOT NULL REFERENCES container (id),
    day           TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('lent', 'returned', 'lost', 'counted')),
    change        INTEGER NOT NULL CHECK (change <> 0),
    delivery_id   INTEGER REFERENCES delivery (id),
    note          TEXT    NOT NULL,
    CHECK (kind = 'counted' OR (kind = 'lent') = (change > 0))
) STRICT;
CREATE INDEX container_move_of_customer ON container_move (customer_id, container_id, day, change);
CREATE INDEX container_move_of_container ON container_move (container_id);
CREATE INDEX container_move_of_delivery ON container_move (delivery_id) WHERE delivery_id IS NOT NULL;

-- The kind of container in which each unit of a product comes, by its name; empty is none.
ALTER TABLE product ADD COLUMN container TEXT NOT NULL DEFAULT '';

-- Goods that come back are lines below zero, of a visit whose reason says why.
INSERT INTO entry_kind (name) VALUES ('return');
CREATE TABLE delivery_line_signed (
    id           INTEGER PRIMARY KEY,
    delivery_id  INTEGER NOT NULL REFERENCES delivery (id),
    product_id   INTEGER NOT NULL REFERENCES product (id),
    planned      INTEGER NOT NULL CHECK (planned >= 0),
    delivered    INTEGER,
    price        INTEGER CHECK (price >= 0),
    CHECK ((delivered IS NULL) = (price IS NULL)),
    UNIQUE (delivery_id, product_id)
) STRICT;
INSERT INTO delivery_line_signed (id, delivery_id, product_id, planned, delivered, price)
    SELECT id, delivery_id, product_id, planned, delivered, price FROM delivery_line ORDER BY id;
DROP TABLE delivery_line;
ALTER TABLE delivery_line_signed RENAME TO delivery_line;
CREATE TRIGGER line_delivered AFTER INSERT ON delivery_line WHEN NEW.delivered IS NOT NULL
BEGIN UPDATE stock SET on_hand = on_hand - NEW.delivered WHERE product_id = NEW.product_id; END;
CREATE TRIGGER line_changed AFTER UPDATE ON delivery_line
WHEN OLD.delivered IS NOT NEW.delivered OR OLD.product_id <> NEW.product_id
BEGIN
    UPDATE stock SET on_hand = on_hand + coalesce(OLD.delivered, 0) WHERE product_id = OLD.product_id;
    UPDATE stock SET on_hand = on_hand - coalesce(NEW.delivered, 0) WHERE product_id = NEW.product_id;
END;
CREATE TRIGGER line_taken_back AFTER DELETE ON delivery_line WHEN OLD.delivered IS NOT NULL
BEGIN UPDATE stock SET on_hand = on_hand + OLD.delivered WHERE product_id = OLD.product_id; END;
