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
