-- The credit limit of customers who have none of their own; NULL is no limit.
ALTER TABLE shop ADD COLUMN credit_limit INTEGER CHECK (credit_limit >= 0);
-- The day on which a product was retired; NULL is on sale.
ALTER TABLE product ADD COLUMN retired_on TEXT;
-- A birthday without its year is kept as `--03-27`.
DROP INDEX customer_birthday;
CREATE INDEX customer_birthday ON customer (substr(birthday, -5), id)
 WHERE birthday IS NOT NULL AND left_on IS NULL;
