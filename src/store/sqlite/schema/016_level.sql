-- How surely a level is known, what people say of their use, seasons, and what became of both.

-- Derived: the standard deviation of the level in units, of the coming use in parts of it, and the rate
-- that the newest interval alone would have led to, where it was held back.
ALTER TABLE forecast ADD COLUMN level_sd REAL NOT NULL DEFAULT 0;
ALTER TABLE forecast ADD COLUMN rate_spread REAL NOT NULL DEFAULT 0;
ALTER TABLE forecast ADD COLUMN calculated REAL;
CREATE INDEX forecast_capped ON forecast (jar_id) WHERE calculated IS NOT NULL;

-- How a level was found; NULL is weighed or counted. Of `enough` the level is the least that there was.
ALTER TABLE reading ADD COLUMN kind TEXT CHECK (kind IN ('rough', 'enough'));
-- Twelve weights of the months, in thousandths of an average one; NULL is no season.
ALTER TABLE product ADD COLUMN months TEXT;

-- Derived: for how many days a lot of this size would last by what was said, and who said it.
ALTER TABLE taught ADD COLUMN said REAL;
ALTER TABLE taught ADD COLUMN said_by TEXT;
-- Derived: how unsure the level of the kind is, for all jars alike.
ALTER TABLE prior ADD COLUMN level_variance REAL NOT NULL DEFAULT 0;

-- Every change of a learned rate and every jar found empty, under the action that showed it; what belongs
-- to an action that was undone does not count.
CREATE TABLE rate_change (
    id           INTEGER PRIMARY KEY,
    action_id    INTEGER NOT NULL REFERENCES action (id),
    customer_id  INTEGER NOT NULL,
    product_id   INTEGER NOT NULL,
    day          TEXT    NOT NULL,
    before       REAL    NOT NULL,
    calculated   REAL    NOT NULL,
    applied      REAL    NOT NULL
) STRICT;
CREATE TABLE run_out (
    id           INTEGER PRIMARY KEY,
    action_id    INTEGER NOT NULL REFERENCES action (id),
    customer_id  INTEGER NOT NULL,
    product_id   INTEGER NOT NULL,
    day          TEXT    NOT NULL,
    days_empty   INTEGER NOT NULL CHECK (days_empty >= 0),
    reason       TEXT    NOT NULL
) STRICT;

-- The forecasts of an older format were made otherwise.
UPDATE learning SET refreshed = 0 WHERE EXISTS (SELECT 1 FROM jar);
