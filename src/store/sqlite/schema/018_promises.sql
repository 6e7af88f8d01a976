-- The terms of a promise to pay, in the follow-up that it is kept as: the day on which it was made, the
-- amount (NULL is everything due by its day), and the last entry that was written before it.
ALTER TABLE follow_up ADD COLUMN made_on TEXT CHECK (made_on IS NULL OR rule IS 'promise');
ALTER TABLE follow_up ADD COLUMN amount INTEGER CHECK (amount IS NULL OR amount > 0 AND made_on IS NOT NULL);
ALTER TABLE follow_up ADD COLUMN after_entry INTEGER CHECK ((after_entry IS NULL) = (made_on IS NULL) AND after_entry >= 0);

-- Derived: the promises that were met, by the day of the entry that met them.
CREATE TABLE promise_met (
    follow_up_id INTEGER PRIMARY KEY REFERENCES follow_up (id) ON DELETE CASCADE,
    customer_id  INTEGER NOT NULL,
    met_on       TEXT    NOT NULL
) STRICT;
CREATE INDEX promise_met_of_customer ON promise_met (customer_id);

-- The journal begins again behind this step.
DROP TRIGGER IF EXISTS journal_follow_up_update;
-- Older promises are for everything due by their day. Those that are open were met by no entry until now.
UPDATE follow_up
   SET made_on = min(anchor, coalesce((SELECT max(day) FROM contact
                                        WHERE contact.customer_id = follow_up.customer_id AND day <= follow_up.anchor), anchor)),
       after_entry = coalesce((SELECT max(id) FROM entry), 0)
 WHERE rule = 'promise';
