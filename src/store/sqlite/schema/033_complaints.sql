-- Complaints and requests of customers, until they are closed and after.
CREATE TABLE complaint (
    id            INTEGER PRIMARY KEY,
    customer_id   INTEGER NOT NULL REFERENCES customer (id),
    product_id    INTEGER REFERENCES product (id),
    delivery_id   INTEGER REFERENCES delivery (id),
    day           TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind <> ''),
    text          TEXT    NOT NULL CHECK (text <> ''),
    owner         TEXT    NOT NULL,
    stage         TEXT    NOT NULL CHECK (stage IN ('open', 'working', 'solved', 'closed')),
    promised_by   TEXT,
    answered_on   TEXT,
    solved_on     TEXT,
    closed_on     TEXT,
    cause         TEXT    NOT NULL,
    remedy        TEXT    NOT NULL,
    discount      INTEGER NOT NULL CHECK (discount >= 0),
    satisfaction  INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
    CHECK ((stage = 'open') = (answered_on IS NULL)),
    CHECK ((stage = 'solved' OR stage = 'closed') = (solved_on IS NOT NULL)),
    CHECK ((stage = 'closed') = (closed_on IS NOT NULL))
) STRICT;
CREATE INDEX complaint_of_customer ON complaint (customer_id, day, id);
CREATE INDEX complaint_unsolved ON complaint (customer_id, promised_by, id) WHERE solved_on IS NULL;
CREATE INDEX complaint_of_product ON complaint (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX complaint_of_delivery ON complaint (delivery_id) WHERE delivery_id IS NOT NULL;

-- The kinds of complaints; empty is the usual ones.
ALTER TABLE shop ADD COLUMN complaint_kinds TEXT NOT NULL DEFAULT '';

-- A follow-up may be of the rule of return visits, whose occasion is the day of the solution.
CREATE TABLE follow_up_with_return_visits (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    text         TEXT    NOT NULL,
    anchor       TEXT    NOT NULL,
    due_on       TEXT    NOT NULL,
    repeats      TEXT,
    rule         TEXT    CHECK (rule IN ('first-delivery', 'promise', 'birthday', 'silent', 'reminder', 'complaint',
                                         'return-visit')),
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
INSERT INTO follow_up_with_return_visits (id, customer_id, text, anchor, due_on, repeats, rule, occasion, stage,
                                          closed_on, outcome, made_on, amount, after_entry)
    SELECT id, customer_id, text, anchor, due_on, repeats, rule, occasion, stage,
           closed_on, outcome, made_on, amount, after_entry
      FROM follow_up ORDER BY id;
DROP TABLE follow_up;
ALTER TABLE follow_up_with_return_visits RENAME TO follow_up;
CREATE INDEX follow_up_closed ON follow_up (closed_on, id) WHERE stage <> 'open';
CREATE INDEX follow_up_of_customer ON follow_up (customer_id, due_on, id);
CREATE INDEX follow_up_open ON follow_up (due_on, id) WHERE stage = 'open';
