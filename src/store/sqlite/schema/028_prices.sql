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

-- What was charged for a line and what it cost, rounded half away from zero, and the part of the charge of which the
-- cost is known. A line of an absurd amount counts as 10^15, so that sums do not overflow.
ALTER TABLE delivery_line ADD COLUMN revenue INTEGER GENERATED ALWAYS AS (CAST(max(-1e15, min(1e15,
    delivered / 1000 * price + (delivered % 1000 * price + iif(delivered < 0, -500, 500)) / 1000)) AS INTEGER)) VIRTUAL;
ALTER TABLE delivery_line ADD COLUMN cost_known INTEGER GENERATED ALWAYS AS (iif(cost IS NULL, 0, CAST(max(-1e15, min(1e15,
    delivered / 1000 * cost + (delivered % 1000 * cost + iif(delivered < 0, -500, 500)) / 1000)) AS INTEGER))) VIRTUAL;
ALTER TABLE delivery_line ADD COLUMN costed INTEGER GENERATED ALWAYS AS (iif(cost IS NULL, 0, revenue)) VIRTUAL;

-- Derived: the sales of each day by product, so that a report of years reads no single line.
CREATE TABLE sales_day (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    day         TEXT    NOT NULL,
    quantity    INTEGER NOT NULL,
    revenue     INTEGER NOT NULL,
    cost        INTEGER NOT NULL,
    -- The part of the revenue of which the cost is known.
    costed      INTEGER NOT NULL,
    UNIQUE (day, product_id)
) STRICT;
INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
SELECT product_id, day, sum(delivered), sum(revenue), sum(cost_known), sum(costed)
  FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
 WHERE delivered <> 0 AND stage = 'done' GROUP BY day, product_id;
CREATE TRIGGER sale_line_new AFTER INSERT ON delivery_line WHEN NEW.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, delivered, revenue, cost_known, costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.id = NEW.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
CREATE TRIGGER sale_line_before BEFORE UPDATE ON delivery_line WHEN OLD.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, -delivered, -revenue, -cost_known, -costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.id = OLD.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
CREATE TRIGGER sale_line_after AFTER UPDATE ON delivery_line WHEN NEW.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, delivered, revenue, cost_known, costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.id = NEW.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
CREATE TRIGGER sale_line_gone BEFORE DELETE ON delivery_line WHEN OLD.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, -delivered, -revenue, -cost_known, -costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.id = OLD.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
CREATE TRIGGER sale_new AFTER INSERT ON delivery WHEN NEW.stage = 'done' BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, delivered, revenue, cost_known, costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.delivery_id = NEW.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
CREATE TRIGGER sale_before BEFORE UPDATE ON delivery WHEN OLD.stage = 'done' BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, -delivered, -revenue, -cost_known, -costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.delivery_id = OLD.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
CREATE TRIGGER sale_after AFTER UPDATE ON delivery WHEN NEW.stage = 'done' BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, delivered, revenue, cost_known, costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.delivery_id = NEW.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
CREATE TRIGGER sale_gone BEFORE DELETE ON delivery WHEN OLD.stage = 'done' BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, -delivered, -revenue, -cost_known, -costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.delivery_id = OLD.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
CREATE TRIGGER sales_day_empty AFTER UPDATE ON sales_day
WHEN NEW.quantity = 0 AND NEW.revenue = 0 AND NEW.cost = 0 AND NEW.costed = 0
BEGIN DELETE FROM sales_day WHERE id = NEW.id; END;
