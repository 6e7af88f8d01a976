-- What an action did is kept as one JSON value with named fields (see action_payload.rs). Lines that an
-- older version wrote have none: theirs are the columns about, detail, amount, quantity, day and count.

ALTER TABLE action ADD COLUMN payload TEXT;
