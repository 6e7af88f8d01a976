-- The credit limit of customers who have none of their own; NULL is no limit.
ALTER TABLE shop ADD COLUMN credit_limit INTEGER CHECK (credit_limit >= 0);
