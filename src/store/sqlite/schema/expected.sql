CREATE INDEX action_of ON action (of, id) WHERE of IS NOT NULL;

CREATE INDEX action_of_customer ON action (customer_id, id) WHERE customer_id IS NOT NULL;

CREATE INDEX action_of_file ON action (fingerprint, id) WHERE fingerprint IS NOT NULL;

CREATE INDEX away_of_customer ON away (customer_id, from_day);

CREATE INDEX change_of_action ON change (action_id);

CREATE INDEX change_of_row ON change (tbl, key);

CREATE INDEX change_of_run ON change (tbl, last) WHERE last IS NOT NULL;

CREATE INDEX complaint_of_customer ON complaint (customer_id, day, id);

CREATE INDEX complaint_of_delivery ON complaint (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE INDEX complaint_of_product ON complaint (product_id) WHERE product_id IS NOT NULL;

CREATE INDEX complaint_unsolved ON complaint (customer_id, promised_by, id) WHERE solved_on IS NULL;

CREATE INDEX contact_of_customer ON contact (customer_id, day);

CREATE INDEX container_move_of_container ON container_move (container_id);

CREATE INDEX container_move_of_customer ON container_move (customer_id, container_id, day, change);

CREATE INDEX container_move_of_delivery ON container_move (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE INDEX customer_birthday ON customer (substr(birthday, -5), id)
 WHERE birthday IS NOT NULL AND left_on IS NULL;

CREATE INDEX customer_by_area ON customer (area, id);

CREATE INDEX customer_by_code ON customer (code_key, id);

CREATE INDEX customer_by_name ON customer (name_key, id);

CREATE INDEX customer_by_payday ON customer (payday, id);

CREATE INDEX customer_by_people ON customer (adults + children + elders, id);

CREATE INDEX customer_by_phone ON customer (phones, id);

CREATE INDEX customer_by_tags ON customer (tags, id);

CREATE UNIQUE INDEX customer_external ON customer (external) WHERE external IS NOT NULL;

CREATE INDEX customer_former ON customer (left_on) WHERE left_on IS NOT NULL;

CREATE INDEX customer_in_area ON customer (id, area);

CREATE INDEX customer_referred ON customer (referred_by) WHERE referred_by IS NOT NULL;

CREATE INDEX delivery_by_day ON delivery (day, id, stage, customer_id);

CREATE UNIQUE INDEX delivery_external ON delivery (external) WHERE external IS NOT NULL;

CREATE INDEX delivery_of_customer ON delivery (customer_id, day);

CREATE INDEX delivery_open ON delivery (planned_for, id, customer_id) WHERE stage = 'planned';

CREATE UNIQUE INDEX delivery_open_once ON delivery (customer_id, planned_for) WHERE stage = 'planned';

CREATE INDEX entry_against ON entry (against) WHERE against IS NOT NULL;

CREATE INDEX entry_against_of_customer ON entry (customer_id, day) WHERE against IS NOT NULL;

CREATE INDEX entry_agreement ON entry (customer_id, day, id) WHERE kind = 'agreement';

CREATE INDEX entry_by_day ON entry (day, customer_id);

CREATE UNIQUE INDEX entry_external ON entry (external) WHERE external IS NOT NULL;

CREATE INDEX entry_instead_of ON entry (instead_of) WHERE instead_of IS NOT NULL;

CREATE INDEX entry_of_customer ON entry (customer_id, day);

CREATE INDEX entry_of_delivery ON entry (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE INDEX follow_up_closed ON follow_up (closed_on, id) WHERE stage <> 'open';

CREATE INDEX follow_up_of_customer ON follow_up (customer_id, due_on, id);

CREATE INDEX follow_up_open ON follow_up (due_on, id) WHERE stage = 'open';

CREATE INDEX forecast_by_high ON forecast (high, jar_id);

CREATE INDEX forecast_by_latest ON forecast (latest, jar_id) WHERE latest IS NOT NULL;

CREATE INDEX forecast_by_likely ON forecast (likely, jar_id);

CREATE INDEX forecast_of_customer ON forecast (customer_id);

CREATE INDEX forecast_to_review ON forecast (coalesce(change_since, anchor), jar_id)
 WHERE change_since IS NOT NULL OR calculated IS NOT NULL;

CREATE INDEX household_change_by_people ON household_change (adults + children + elders, customer_id);

CREATE INDEX jar_of_product ON jar (product_id);

CREATE INDEX phone_by_number ON phone (number, customer_id);

CREATE INDEX price_of_customer ON price (customer_id, product_id);

CREATE UNIQUE INDEX price_once ON price (product_id, coalesce(customer_id, 0), least, from_day);

CREATE INDEX promise_met_of_customer ON promise_met (customer_id);

CREATE INDEX reading_of_delivery ON reading (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE INDEX reading_of_jar ON reading (jar_id, day);

CREATE INDEX skip_of_customer ON skip (customer_id, until);

CREATE INDEX skip_of_product ON skip (product_id) WHERE product_id IS NOT NULL;

CREATE INDEX standing_by_balance ON standing (balance, customer_id);

CREATE INDEX standing_by_last_contact ON standing (coalesce(last_contact, ''), customer_id);

CREATE INDEX standing_by_last_delivery ON standing (coalesce(last_delivery, ''), customer_id);

CREATE INDEX standing_by_next_empty ON standing (coalesce(next_empty, '9999-12-31'), customer_id);

CREATE INDEX standing_owing ON standing (oldest_due, customer_id, balance, open) WHERE oldest_due IS NOT NULL;

CREATE INDEX standing_uneven ON standing (coalesce(oldest_due, '9999-12-31'), customer_id) WHERE balance <> 0;

CREATE INDEX stock_move_of_product ON stock_move (product_id, day);

CREATE INDEX ticket_move_of_book ON ticket_move (book_id) WHERE book_id IS NOT NULL;

CREATE INDEX ticket_move_of_customer ON ticket_move (customer_id, product_id);

CREATE INDEX ticket_move_of_delivery ON ticket_move (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE INDEX ticket_move_of_entry ON ticket_move (entry_id) WHERE entry_id IS NOT NULL;

CREATE INDEX ticket_move_of_product ON ticket_move (product_id);

CREATE TABLE action (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    at           TEXT    NOT NULL,
    by           TEXT    NOT NULL,
    direction    TEXT    NOT NULL CHECK (direction = 'do' OR direction = 'undo' OR direction = 'redo'),
    of           INTEGER REFERENCES action (id),
    in_force     INTEGER NOT NULL CHECK (in_force IN (0, 1)),
    deed         TEXT    NOT NULL,
    customer_id  INTEGER,
    about        TEXT    NOT NULL,
    detail       TEXT    NOT NULL,
    amount       INTEGER,
    quantity     INTEGER,
    day          TEXT,
    count        INTEGER
, fingerprint TEXT, payload TEXT) STRICT;

CREATE TABLE area (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    position  INTEGER NOT NULL
) STRICT;

CREATE TABLE away (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    from_day     TEXT    NOT NULL,
    to_day       TEXT    NOT NULL CHECK (to_day >= from_day),
    people       INTEGER CHECK (people > 0)
) STRICT;

CREATE TABLE change (
    id         INTEGER PRIMARY KEY,
    action_id  INTEGER NOT NULL REFERENCES action (id),
    tbl        TEXT    NOT NULL,
    key        INTEGER NOT NULL,
    before     TEXT
, last INTEGER
    CHECK (last IS NULL OR last > key AND last < key + 1000 AND before IS NULL)) STRICT;

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

CREATE TABLE contact (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    day          TEXT    NOT NULL,
    channel      TEXT    NOT NULL CHECK (channel = 'visit' OR channel = 'phone' OR channel = 'message' OR channel = 'email'),
    text         TEXT    NOT NULL,
    mood         INTEGER CHECK (mood BETWEEN 1 AND 5)
) STRICT;

CREATE TABLE container (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL CHECK (name <> ''),
    name_key  TEXT    NOT NULL UNIQUE,
    deposit   INTEGER NOT NULL CHECK (deposit >= 0),
    price     INTEGER NOT NULL CHECK (price >= 0)
) STRICT;

CREATE TABLE container_move (
    id            INTEGER PRIMARY KEY,
    customer_id   INTEGER NOT NULL REFERENCES customer (id),
    container_id  INTEGER NOT NULL REFERENCES container (id),
    day           TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('lent', 'returned', 'lost', 'counted')),
    change        INTEGER NOT NULL CHECK (change <> 0),
    delivery_id   INTEGER REFERENCES delivery (id),
    note          TEXT    NOT NULL,
    CHECK (kind = 'counted' OR (kind = 'lent') = (change > 0))
) STRICT;

CREATE TABLE customer (
    id           INTEGER PRIMARY KEY,
    code         TEXT    NOT NULL COLLATE NOCASE UNIQUE CHECK (code <> ''),
    code_key     TEXT    NOT NULL,
    name         TEXT    NOT NULL CHECK (name <> ''),
    name_key     TEXT    NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('household', 'business')),
    phones       TEXT    NOT NULL,
    area         TEXT    NOT NULL,
    address      TEXT    NOT NULL,
    door_note    TEXT    NOT NULL,
    adults       INTEGER NOT NULL CHECK (adults >= 0),
    children     INTEGER NOT NULL CHECK (children >= 0),
    elders       INTEGER NOT NULL CHECK (elders >= 0),
    payday       TEXT    NOT NULL,
    weekdays     INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127),
    debt_limit   INTEGER CHECK (debt_limit >= 0),
    tags         TEXT    NOT NULL,
    referred_by  INTEGER REFERENCES customer (id) CHECK (referred_by <> id),
    birthday     TEXT,
    channel      TEXT    NOT NULL CHECK (channel = 'visit' OR channel = 'phone' OR channel = 'message' OR channel = 'email'),
    language     TEXT,
    note         TEXT    NOT NULL,
    joined_on    TEXT    NOT NULL,
    left_on      TEXT,
    left_reason  TEXT    NOT NULL
, external TEXT CHECK (external <> ''), email TEXT NOT NULL DEFAULT '', consent TEXT NOT NULL DEFAULT 'unknown'
    CHECK (consent IN ('unknown', 'none', 'phone', 'message', 'email', 'phone,message', 'phone,email', 'message,email',
                      'phone,message,email'))) STRICT;

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

CREATE TABLE delivery (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    stage        TEXT    NOT NULL CHECK (stage = 'planned' OR stage = 'done' OR stage = 'missed' OR stage = 'cancelled'),
    planned_for  TEXT    NOT NULL,
    closed_on    TEXT,
    reason       TEXT    NOT NULL,
    checklist    INTEGER NOT NULL CHECK (checklist BETWEEN 0 AND 15),
    -- The day it counts for: the plan's until it is closed, then the day on which it happened.
    day          TEXT    GENERATED ALWAYS AS (coalesce(closed_on, planned_for)) VIRTUAL, early INTEGER CHECK (early = 1), external TEXT CHECK (external <> ''),
    CHECK ((stage = 'planned') = (closed_on IS NULL))
) STRICT;

CREATE TABLE "delivery_line" (
    id           INTEGER PRIMARY KEY,
    delivery_id  INTEGER NOT NULL REFERENCES delivery (id),
    product_id   INTEGER NOT NULL REFERENCES product (id),
    planned      INTEGER NOT NULL CHECK (planned >= 0),
    delivered    INTEGER,
    price        INTEGER CHECK (price >= 0), cost INTEGER CHECK (cost >= 0), revenue INTEGER GENERATED ALWAYS AS (CAST(max(-1e15, min(1e15,
    delivered / 1000 * price + (delivered % 1000 * price + iif(delivered < 0, -500, 500)) / 1000)) AS INTEGER)) VIRTUAL, cost_known INTEGER GENERATED ALWAYS AS (iif(cost IS NULL, 0, CAST(max(-1e15, min(1e15,
    delivered / 1000 * cost + (delivered % 1000 * cost + iif(delivered < 0, -500, 500)) / 1000)) AS INTEGER))) VIRTUAL, costed INTEGER GENERATED ALWAYS AS (iif(cost IS NULL, 0, revenue)) VIRTUAL,
    CHECK ((delivered IS NULL) = (price IS NULL)),
    UNIQUE (delivery_id, product_id)
) STRICT;

CREATE TABLE "entry" (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    day          TEXT    NOT NULL,
    kind         TEXT    NOT NULL REFERENCES entry_kind (name),
    amount       INTEGER NOT NULL,
    method       TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    delivery_id  INTEGER REFERENCES delivery (id),
    external     TEXT    CHECK (external <> '')
, reference TEXT NOT NULL DEFAULT '', corrects TEXT CHECK (corrects IS NULL OR kind = 'correction'), instead_of INTEGER REFERENCES entry (id), against INTEGER REFERENCES entry (id)) STRICT;

CREATE TABLE entry_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE "follow_up" (
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

CREATE TABLE forecast (
    jar_id       INTEGER PRIMARY KEY REFERENCES jar (id) ON DELETE CASCADE,
    customer_id  INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    anchor       TEXT    NOT NULL,
    level        INTEGER NOT NULL,
    seen         INTEGER NOT NULL,
    rate         REAL    NOT NULL,
    source       TEXT    NOT NULL,
    intervals    INTEGER NOT NULL,
    earliest     TEXT    NOT NULL,
    low          TEXT    NOT NULL,
    likely       TEXT    NOT NULL,
    high         TEXT    NOT NULL,
    safe         TEXT    NOT NULL,
    -- The window's end: safe, moved back to a day on which we deliver; NULL if they call themselves.
    latest       TEXT
, change_since TEXT, change_intervals INTEGER, change_before REAL, change_after REAL, skipped_until TEXT, skip_reason TEXT, level_sd REAL NOT NULL DEFAULT 0, rate_spread REAL NOT NULL DEFAULT 0, calculated REAL) STRICT;

CREATE TABLE holiday (
    id    INTEGER PRIMARY KEY,
    day   TEXT NOT NULL UNIQUE,
    name  TEXT NOT NULL
) STRICT;

CREATE TABLE household_change (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    from_day     TEXT    NOT NULL,
    adults       INTEGER NOT NULL CHECK (adults >= 0),
    children     INTEGER NOT NULL CHECK (children >= 0),
    elders       INTEGER NOT NULL CHECK (elders >= 0),
    UNIQUE (customer_id, from_day)
) STRICT;

CREATE TABLE jar (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    product_id   INTEGER NOT NULL REFERENCES product (id),
    usual        INTEGER CHECK (usual > 0),
    capacity     INTEGER CHECK (capacity > 0),
    monthly      INTEGER CHECK (monthly > 0),
    pinned       INTEGER CHECK (pinned > 0),
    strategy     TEXT    NOT NULL,
    safety_days  INTEGER NOT NULL CHECK (safety_days BETWEEN 0 AND 365),
    price        INTEGER CHECK (price >= 0), learn_from TEXT,
    UNIQUE (customer_id, product_id)
) STRICT;

CREATE TABLE learning (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    fitted_on  TEXT,
    lots       INTEGER NOT NULL,
    errors     TEXT    NOT NULL,
    counting   TEXT    NOT NULL,
    refreshed  INTEGER
) STRICT;

CREATE TABLE phone (
    customer_id  INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    number       TEXT    NOT NULL CHECK (number <> ''),
    PRIMARY KEY (customer_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE price (
    id           INTEGER PRIMARY KEY,
    product_id   INTEGER NOT NULL REFERENCES product (id),
    customer_id  INTEGER REFERENCES customer (id),
    least        INTEGER NOT NULL CHECK (least >= 0),
    from_day     TEXT    NOT NULL,
    price        INTEGER CHECK (price >= 0)
) STRICT;

CREATE TABLE prior (
    product_id  INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
    price       REAL,
    centre      REAL NOT NULL,
    means       TEXT NOT NULL,
    elasticity  REAL NOT NULL,
    buyers      REAL NOT NULL,
    within_jar  REAL NOT NULL,
    within_seen REAL NOT NULL,
    between_jars REAL NOT NULL,
    jars        REAL NOT NULL
, level_variance REAL NOT NULL DEFAULT 0) STRICT;

CREATE TABLE product (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL CHECK (name <> ''),
    name_key  TEXT    NOT NULL UNIQUE,
    unit      TEXT    NOT NULL CHECK (unit <> ''),
    kind      TEXT    NOT NULL,
    price     INTEGER NOT NULL CHECK (price >= 0),
    cost      INTEGER NOT NULL CHECK (cost >= 0),
    pack      INTEGER CHECK (pack > 0),
    reorder   INTEGER CHECK (reorder >= 0),
    appetite  INTEGER CHECK (appetite > 0),
    child     INTEGER NOT NULL CHECK (child >= 0),
    elder     INTEGER NOT NULL CHECK (elder >= 0)
, on_order INTEGER CHECK (on_order > 0), arrives_on TEXT, months TEXT, door_checklist TEXT NOT NULL DEFAULT '', retired_on TEXT, container TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE promise_met (
    follow_up_id INTEGER PRIMARY KEY REFERENCES follow_up (id) ON DELETE CASCADE,
    customer_id  INTEGER NOT NULL,
    met_on       TEXT    NOT NULL
) STRICT;

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

CREATE TABLE reading (
    id           INTEGER PRIMARY KEY,
    jar_id       INTEGER NOT NULL REFERENCES jar (id),
    day          TEXT    NOT NULL,
    level        INTEGER NOT NULL CHECK (level >= 0),
    delivery_id  INTEGER REFERENCES delivery (id)
, kind TEXT CHECK (kind IN ('rough', 'enough'))) STRICT;

CREATE TABLE run_out (
    id           INTEGER PRIMARY KEY,
    action_id    INTEGER NOT NULL REFERENCES action (id),
    customer_id  INTEGER NOT NULL,
    product_id   INTEGER NOT NULL,
    day          TEXT    NOT NULL,
    days_empty   INTEGER NOT NULL CHECK (days_empty >= 0),
    reason       TEXT    NOT NULL
) STRICT;

CREATE TABLE sales_day (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    day         TEXT    NOT NULL,
    quantity    INTEGER NOT NULL,
    revenue     INTEGER NOT NULL,
    cost        INTEGER NOT NULL,
    -- The part of the revenue of which the cost is known.
    costed      INTEGER NOT NULL,
    UNIQUE (day, product_id)
) STRICT;

CREATE TABLE search (
    customer_id  INTEGER NOT NULL UNIQUE REFERENCES customer (id) ON DELETE CASCADE,
    code_key     TEXT    NOT NULL,
    -- What tells customers apart, a tab, and what groups them: one text, so that one look is enough.
    words        TEXT    NOT NULL,
    PRIMARY KEY (code_key, customer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE shop (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    name           TEXT    NOT NULL,
    currency       TEXT    NOT NULL CHECK (length(currency) = 3),
    language       TEXT,
    service_level  INTEGER NOT NULL CHECK (service_level BETWEEN 1 AND 500),
    grace_days     INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 365),
    delivery_days  INTEGER NOT NULL CHECK (delivery_days BETWEEN 1 AND 127)
, carry INTEGER CHECK (carry > 0), date_order TEXT CHECK (date_order IN ('mdy', 'dmy')), rules_off TEXT NOT NULL DEFAULT '', credit_limit INTEGER CHECK (credit_limit >= 0), address    TEXT NOT NULL DEFAULT '', phone      TEXT NOT NULL DEFAULT '', payment_qr TEXT NOT NULL DEFAULT '', ageing     TEXT NOT NULL DEFAULT '7,30,60', methods TEXT NOT NULL DEFAULT '', reminders TEXT NOT NULL DEFAULT '', tickets_valid INTEGER CHECK (tickets_valid BETWEEN 1 AND 3650), complaint_kinds TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE skip (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    product_id   INTEGER REFERENCES product (id),
    day          TEXT    NOT NULL,
    until        TEXT    NOT NULL,
    reason       TEXT    NOT NULL
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE standing (
    customer_id    INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    balance        INTEGER NOT NULL,
    -- What is open of the debts by due day, oldest first: "2026-03-25:240 2026-04-25:120".
    open           TEXT    NOT NULL,
    oldest_due     TEXT,
    last_delivery  TEXT,
    last_contact   TEXT
, next_empty TEXT, settled_times INTEGER NOT NULL DEFAULT 0 CHECK (settled_times >= 0), settled_on_time INTEGER NOT NULL DEFAULT 0 CHECK (settled_on_time >= 0), settled_late_days INTEGER NOT NULL DEFAULT 0 CHECK (settled_late_days >= 0), first_entry TEXT) STRICT;

CREATE TABLE stock (
    product_id  INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
    on_hand     INTEGER NOT NULL
) STRICT;

CREATE TABLE stock_move (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES product (id),
    day         TEXT    NOT NULL,
    quantity    INTEGER NOT NULL,
    cost        INTEGER CHECK (cost >= 0),
    reason      TEXT    NOT NULL CHECK (reason = 'opening' OR reason = 'received' OR reason = 'counted')
) STRICT;

CREATE TABLE taught (
    jar_id         INTEGER PRIMARY KEY REFERENCES jar (id) ON DELETE CASCADE,
    people         TEXT NOT NULL,
    looked         TEXT NOT NULL,
    since          TEXT NOT NULL,
    size           REAL NOT NULL,
    price          REAL,
    all_weight     REAL NOT NULL,
    all_y          REAL NOT NULL,
    all_l          REAL NOT NULL,
    all_yy         REAL NOT NULL,
    all_yl         REAL NOT NULL,
    all_ll         REAL NOT NULL,
    recent_weight  REAL NOT NULL,
    recent_y       REAL NOT NULL,
    recent_l       REAL NOT NULL,
    recent_yy      REAL NOT NULL,
    recent_yl      REAL NOT NULL,
    recent_ll      REAL NOT NULL,
    last_weight    REAL NOT NULL,
    last_y         REAL NOT NULL,
    last_l         REAL NOT NULL
, said REAL, said_by TEXT) STRICT;

CREATE TABLE ticket_move (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    product_id   INTEGER NOT NULL REFERENCES product (id),
    day          TEXT    NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('sold', 'used', 'refunded')),
    -- Of a book those that were paid for.
    tickets      INTEGER NOT NULL CHECK (tickets > 0),
    -- Those given on top of a book.
    free         INTEGER NOT NULL DEFAULT 0 CHECK (free >= 0 AND (free = 0 OR kind = 'sold')),
    -- The price of a book, or the money of a refund.
    amount       INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0 AND (amount = 0 OR kind <> 'used')),
    -- The last day on which a book can be used; NULL for ever.
    expires      TEXT CHECK (expires IS NULL OR kind = 'sold'),
    book_id      INTEGER REFERENCES ticket_move (id) CHECK ((book_id IS NULL) = (kind = 'sold')),
    delivery_id  INTEGER REFERENCES delivery (id) CHECK ((delivery_id IS NULL) = (kind <> 'used')),
    -- The entry of the price of a book, or of the worth of a refund; NULL if it is nothing.
    entry_id     INTEGER REFERENCES entry (id) CHECK (entry_id IS NULL OR kind <> 'used')
) STRICT;

CREATE TRIGGER line_changed AFTER UPDATE ON delivery_line
WHEN OLD.delivered IS NOT NEW.delivered OR OLD.product_id <> NEW.product_id
BEGIN
    UPDATE stock SET on_hand = on_hand + coalesce(OLD.delivered, 0) WHERE product_id = OLD.product_id;
    UPDATE stock SET on_hand = on_hand - coalesce(NEW.delivered, 0) WHERE product_id = NEW.product_id;
END;

CREATE TRIGGER line_delivered AFTER INSERT ON delivery_line WHEN NEW.delivered IS NOT NULL
BEGIN UPDATE stock SET on_hand = on_hand - NEW.delivered WHERE product_id = NEW.product_id; END;

CREATE TRIGGER line_taken_back AFTER DELETE ON delivery_line WHEN OLD.delivered IS NOT NULL
BEGIN UPDATE stock SET on_hand = on_hand + OLD.delivered WHERE product_id = OLD.product_id; END;

CREATE TRIGGER product_has_stock AFTER INSERT ON product
BEGIN INSERT INTO stock (product_id, on_hand) VALUES (NEW.id, 0); END;

CREATE TRIGGER sale_after AFTER UPDATE ON delivery WHEN NEW.stage = 'done' BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, delivered, revenue, cost_known, costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.delivery_id = NEW.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;

CREATE TRIGGER sale_before BEFORE UPDATE ON delivery WHEN OLD.stage = 'done' BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, -delivered, -revenue, -cost_known, -costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.delivery_id = OLD.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;

CREATE TRIGGER sale_gone BEFORE DELETE ON delivery WHEN OLD.stage = 'done' BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, -delivered, -revenue, -cost_known, -costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.delivery_id = OLD.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;

CREATE TRIGGER sale_line_after AFTER UPDATE ON delivery_line WHEN NEW.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT NEW.product_id, day, NEW.delivered, NEW.revenue, NEW.cost_known, NEW.costed
      FROM delivery WHERE id = NEW.delivery_id AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;

CREATE TRIGGER sale_line_before BEFORE UPDATE ON delivery_line WHEN OLD.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT OLD.product_id, day, -OLD.delivered, -OLD.revenue, -OLD.cost_known, -OLD.costed
      FROM delivery WHERE id = OLD.delivery_id AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;

CREATE TRIGGER sale_line_gone BEFORE DELETE ON delivery_line WHEN OLD.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT OLD.product_id, day, -OLD.delivered, -OLD.revenue, -OLD.cost_known, -OLD.costed
      FROM delivery WHERE id = OLD.delivery_id AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;

CREATE TRIGGER sale_line_new AFTER INSERT ON delivery_line WHEN NEW.delivered <> 0 BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT NEW.product_id, day, NEW.delivered, NEW.revenue, NEW.cost_known, NEW.costed
      FROM delivery WHERE id = NEW.delivery_id AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;

CREATE TRIGGER sale_new AFTER INSERT ON delivery WHEN NEW.stage = 'done' BEGIN
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, delivered, revenue, cost_known, costed
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE line.delivery_id = NEW.id AND delivered <> 0 AND stage = 'done'
    ON CONFLICT (day, product_id) DO UPDATE SET quantity = quantity + excluded.quantity,
        revenue = revenue + excluded.revenue, cost = cost + excluded.cost, costed = costed + excluded.costed;
END;

CREATE TRIGGER sales_day_empty AFTER UPDATE ON sales_day
WHEN NEW.quantity = 0 AND NEW.revenue = 0 AND NEW.cost = 0 AND NEW.costed = 0
BEGIN DELETE FROM sales_day WHERE id = NEW.id; END;

CREATE TRIGGER stock_move_in AFTER INSERT ON stock_move
BEGIN UPDATE stock SET on_hand = on_hand + NEW.quantity WHERE product_id = NEW.product_id; END;

CREATE TRIGGER stock_move_out AFTER DELETE ON stock_move
BEGIN UPDATE stock SET on_hand = on_hand - OLD.quantity WHERE product_id = OLD.product_id; END;

