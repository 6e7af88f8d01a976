-- Derived: how the due days of a customer went of which nothing is open any more, and the day of the first entry.
-- Which days those are follows from paydays; the program counts them when a file is brought up to date.
ALTER TABLE standing ADD COLUMN settled_times INTEGER NOT NULL DEFAULT 0 CHECK (settled_times >= 0);
ALTER TABLE standing ADD COLUMN settled_on_time INTEGER NOT NULL DEFAULT 0 CHECK (settled_on_time >= 0);
ALTER TABLE standing ADD COLUMN settled_late_days INTEGER NOT NULL DEFAULT 0 CHECK (settled_late_days >= 0);
ALTER TABLE standing ADD COLUMN first_entry TEXT;

-- The row of the line is there already: it is not looked up once more. These ran for every line of an import.
DROP TRIGGER sale_line_new;
CREATE TRIGGER sale_line_new AFTER INSERT ON delivery_line WHEN NEW.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT NEW.product_id, day, NEW.delivered, NEW.revenue, NEW.cost_known, NEW.costed
      FROM delivery WHERE id = NEW.delivery_id AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
DROP TRIGGER sale_line_before;
CREATE TRIGGER sale_line_before BEFORE UPDATE ON delivery_line WHEN OLD.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT OLD.product_id, day, -OLD.delivered, -OLD.revenue, -OLD.cost_known, -OLD.costed
      FROM delivery WHERE id = OLD.delivery_id AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
DROP TRIGGER sale_line_after;
CREATE TRIGGER sale_line_after AFTER UPDATE ON delivery_line WHEN NEW.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT NEW.product_id, day, NEW.delivered, NEW.revenue, NEW.cost_known, NEW.costed
      FROM delivery WHERE id = NEW.delivery_id AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
DROP TRIGGER sale_line_gone;
CREATE TRIGGER sale_line_gone BEFORE DELETE ON delivery_line WHEN OLD.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT OLD.product_id, day, -OLD.delivered, -OLD.revenue, -OLD.cost_known, -OLD.costed
      FROM delivery WHERE id = OLD.delivery_id AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;
