-- The steps of reminding of what is due, as they are typed; empty sends no reminders.
ALTER TABLE shop ADD COLUMN reminders TEXT NOT NULL DEFAULT '';
-- A follow-up may be of the rule of reminders: one that is done is a reminder that was sent, and its occasion is the
-- day of the step.
CREATE TABLE follow_up_with_reminders (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    text         TEXT    NOT NULL,
    anchor       TEXT    NOT NULL,
    due_on       TEXT    NOT NULL,
    repeats      TEXT,
    rule         TEXT    CHECK (rule IN ('first-delivery', 'promise', 'birthday', 'silent', 'reminder')),
    occasion     TEXT,
    stage        TEXT    NOT NULL CHECK (stage = 'open' OR stage = 'done' OR stage = 'dropped'),
    closed_on    TEXT,
    outcome      TEXT    NOT NULL,
    made_on      TEXT    CHECK (made_on IS NULL OR rule IS 'promise'),
    amount       INTEGER CHECK (amount IS NULL OR amount > 0 AND made_on IS NOT NULL),
    after_entry  INTEGER CHECK ((after_entry IS NULL) = (made_on IS NULL) AND after_entry >= 0),
    CHECK ((stage = 'open') = (closed_on IS NULL)),
    CHECK ((rule IS NULL) = (occasion IS NULL)),
    UNIQUE (rule, customer_id, occasion)
) STRICT;
INSERT INTO follow_up_with_reminders (id, customer_id, text, anchor, due_on, repeats, rule, occasion, stage, closed_on,
                                      outcome, made_on, amount, after_entry)
    SELECT id, customer_id, text, anchor, due_on, repeats, rule, occasion, stage, closed_on,
           outcome, made_on, amount, after_entry
      FROM follow_up ORDER BY id;
DROP TABLE follow_up;
ALTER TABLE follow_up_with_reminders RENAME TO follow_up;
CREATE INDEX follow_up_closed ON follow_up (closed_on, id) WHERE stage <> 'open';
CREATE INDEX follow_up_of_customer ON follow_up (customer_id, due_on, id);
CREATE INDEX follow_up_open ON follow_up (due_on, id) WHERE stage = 'open';
