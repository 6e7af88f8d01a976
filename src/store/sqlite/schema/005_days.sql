-- What somebody waits for while going from day to day is read from the indexes alone: the doors of a
-- day with their parts of town, the birthdays of those who are with us, and the lines of a week.

DROP INDEX delivery_by_day;
CREATE INDEX delivery_by_day ON delivery (day, id, stage, customer_id);
DROP INDEX delivery_open;
CREATE INDEX delivery_open ON delivery (planned_for, id, customer_id) WHERE stage = 'planned';
CREATE INDEX customer_in_area ON customer (id, area);
DROP INDEX customer_birthday;
CREATE INDEX customer_birthday ON customer (substr(birthday, 6), id)
 WHERE birthday IS NOT NULL AND left_on IS NULL;
