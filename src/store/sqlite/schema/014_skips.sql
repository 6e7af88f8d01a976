-- Goods that a customer does not want until a day has passed; without a product, all that they have.

CREATE TABLE skip (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    product_id   INTEGER REFERENCES product (id),
    day          TEXT    NOT NULL,
    until        TEXT    NOT NULL,
    reason       TEXT    NOT NULL
) STRICT;
CREATE INDEX skip_of_customer ON skip (customer_id, until);
CREATE INDEX skip_of_product ON skip (product_id) WHERE product_id IS NOT NULL;

-- Derived, beside the forecast: the skip by which its window is moved.
ALTER TABLE forecast ADD COLUMN skipped_until TEXT;
ALTER TABLE forecast ADD COLUMN skip_reason TEXT;
