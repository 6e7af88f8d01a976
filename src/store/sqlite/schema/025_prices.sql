-- Prices of a unit from a day on: for everybody or one customer, from a least quantity on. A price of NULL ends
-- the one before it.
CREATE TABLE price (
    id           INTEGER PRIMARY KEY,
    product_id   INTEGER NOT NULL REFERENCES product (id),
    customer_id  INTEGER REFERENCES customer (id),
    least        INTEGER NOT NULL CHECK (least >= 0),
    from_day     TEXT    NOT NULL,
    price        INTEGER CHECK (price >= 0)
) STRICT;
CREATE UNIQUE INDEX price_once ON price (product_id, coalesce(customer_id, 0), least, from_day);
CREATE INDEX price_of_customer ON price (customer_id, product_id);

-- The cost of a unit when it was delivered; NULL is unknown. What was delivered before has the cost that reports
-- had for it: of the last goods that came by that day, else of the first ones, else of the product.
ALTER TABLE delivery_line ADD COLUMN cost INTEGER CHECK (cost >= 0);
UPDATE delivery_line SET cost = coalesce(
    (SELECT move.cost FROM stock_move AS move
      WHERE move.product_id = delivery_line.product_id AND move.cost IS NOT NULL AND move.day <= delivery.day
      ORDER BY move.day DESC, move.id DESC LIMIT 1),
    (SELECT move.cost FROM stock_move AS move
      WHERE move.product_id = delivery_line.product_id AND move.cost IS NOT NULL
      ORDER BY move.day, move.id LIMIT 1),
    nullif(product.cost, 0))
  FROM delivery, product
 WHERE delivery.id = delivery_line.delivery_id AND product.id = delivery_line.product_id
   AND delivery_line.delivered IS NOT NULL;
