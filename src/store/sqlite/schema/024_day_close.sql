-- Days that are closed: the money of the till as the entries of the day give it, and as it was counted.
CREATE TABLE day_close (
    id             INTEGER PRIMARY KEY,
    day            TEXT    NOT NULL UNIQUE,
    -- The methods of payment that are counted in the till, between semicolons.
    till           TEXT    NOT NULL,
    expected       INTEGER NOT NULL,
    counted        INTEGER NOT NULL CHECK (counted >= 0),
    denominations  TEXT    NOT NULL,
    reason         TEXT    NOT NULL,
    CHECK (counted = expected OR reason <> '')
) STRICT;
-- The closed day that a correction is about.
ALTER TABLE entry ADD COLUMN corrects TEXT CHECK (corrects IS NULL OR kind = 'correction');

-- Jars that nobody looks into are forecast otherwise, and a jar that is empty is to be filled at once: the
-- forecasts are made anew, a few customers at a time.
UPDATE learning SET refreshed = 0 WHERE EXISTS (SELECT 1 FROM jar);
