-- Lists of any length are read in windows, each from a place in the list's order, and so whatever a
-- list is sorted by has an index. What customers are found by lies in the order of their codes: the
-- first matches of a list by code are found without looking at the rest.

DROP TABLE search;
CREATE TABLE search (
    customer_id  INTEGER NOT NULL UNIQUE REFERENCES customer (id) ON DELETE CASCADE,
    code_key     TEXT    NOT NULL,
    -- What tells customers apart, a tab, and what groups them: one text, so that one look is enough.
    words        TEXT    NOT NULL,
    PRIMARY KEY (code_key, customer_id)
) STRICT, WITHOUT ROWID;

-- The likely day on which the first of the customer's jars is empty.
ALTER TABLE standing ADD COLUMN next_empty TEXT;
UPDATE standing SET next_empty =
    (SELECT min(likely) FROM forecast WHERE forecast.customer_id = standing.customer_id);

CREATE INDEX customer_by_area ON customer (area, id);
CREATE INDEX customer_by_payday ON customer (payday, id);
-- Who has no such day stands behind (or before) all who have one.
CREATE INDEX standing_by_next_empty ON standing (coalesce(next_empty, '9999-12-31'), customer_id);
CREATE INDEX standing_by_last_delivery ON standing (coalesce(last_delivery, ''), customer_id);
CREATE INDEX standing_by_last_contact ON standing (coalesce(last_contact, ''), customer_id);
CREATE INDEX standing_by_balance ON standing (balance, customer_id);
CREATE INDEX standing_uneven ON standing (coalesce(oldest_due, '9999-12-31'), customer_id) WHERE balance <> 0;
CREATE INDEX follow_up_closed ON follow_up (closed_on, id) WHERE stage <> 'open';
