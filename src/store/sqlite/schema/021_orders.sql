-- Every column by which the list of customers can be sorted has its index, so that a window of any order is
-- read from its place, however long the list; a customer's row is written rarely. By people it is read for
-- the households that never changed, and the others are sorted for each window.
CREATE INDEX customer_by_people ON customer (adults + children + elders, id);
CREATE INDEX customer_by_phone ON customer (phones, id);
CREATE INDEX customer_by_tags ON customer (tags, id);

-- The few customers who have left, by which all others are known without reading each of them.
CREATE INDEX customer_former ON customer (left_on) WHERE left_on IS NOT NULL;
