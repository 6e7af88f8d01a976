-- How much the shop can carry in a day, in thousandths of a kilogram; NULL is any amount.

ALTER TABLE shop ADD COLUMN carry INTEGER CHECK (carry > 0);
