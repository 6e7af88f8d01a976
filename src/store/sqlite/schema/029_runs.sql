-- New rows of one table whose numbers follow each other are one row of the journal: an import of two
-- hundred thousand deliveries wrote as many changes as rows, which were half of its file.
ALTER TABLE change ADD COLUMN last INTEGER
    CHECK (last IS NULL OR last > key AND last < key + 1000 AND before IS NULL);

-- A run is looked up by its end.
CREATE INDEX change_of_run ON change (tbl, last) WHERE last IS NOT NULL;

-- The number of a row is at the end of every entry of an index; a column of its own says it twice.
DROP INDEX change_of_action;
CREATE INDEX change_of_action ON change (action_id);
DROP INDEX change_of_row;
CREATE INDEX change_of_row ON change (tbl, key);
DROP INDEX entry_of_customer;
CREATE INDEX entry_of_customer ON entry (customer_id, day);
DROP INDEX delivery_of_customer;
CREATE INDEX delivery_of_customer ON delivery (customer_id, day);
DROP INDEX reading_of_jar;
CREATE INDEX reading_of_jar ON reading (jar_id, day);
DROP INDEX contact_of_customer;
CREATE INDEX contact_of_customer ON contact (customer_id, day);
