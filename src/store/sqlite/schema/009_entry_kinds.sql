-- The kinds of entries are rows of a table, so that a new one is a row and `entry` need not be made anew.
-- What a kind means stands in domain/entry_kind.rs.

CREATE TABLE entry_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO entry_kind (name) VALUES ('charge'), ('payment'), ('refund'), ('discount'), ('write-off'),
    ('correction'), ('opening');

CREATE TABLE entry_with_kind (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    day          TEXT    NOT NULL,
    kind         TEXT    NOT NULL REFERENCES entry_kind (name),
    amount       INTEGER NOT NULL,
    method       TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    delivery_id  INTEGER REFERENCES delivery (id),
    external     TEXT    CHECK (external <> '')
) STRICT;
INSERT INTO entry_with_kind (id, customer_id, day, kind, amount, method, note, delivery_id, external)
    SELECT id, customer_id, day, kind, amount, method, note, delivery_id, external FROM entry ORDER BY id;
DROP TABLE entry;
ALTER TABLE entry_with_kind RENAME TO entry;
CREATE INDEX entry_of_customer ON entry (customer_id, day, id);
CREATE INDEX entry_by_day ON entry (day, customer_id);
CREATE INDEX entry_of_delivery ON entry (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE UNIQUE INDEX entry_external ON entry (external) WHERE external IS NOT NULL;
