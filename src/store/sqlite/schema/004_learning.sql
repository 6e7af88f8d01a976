-- What jars teach, and what the shop has learned from all of them.

-- Intervals that began before this day say nothing any more: somebody said that the use has changed.
ALTER TABLE jar ADD COLUMN learn_from TEXT;
-- Whether goods came by a plan, while the jars were safe: 1, or NULL.
ALTER TABLE delivery ADD COLUMN early INTEGER CHECK (early = 1);
-- What was ordered from those we buy from, and when it is to come.
ALTER TABLE product ADD COLUMN on_order INTEGER CHECK (on_order > 0);
ALTER TABLE product ADD COLUMN arrives_on TEXT;

-- Derived, beside the forecast: a change of use that chance does not explain.
ALTER TABLE forecast ADD COLUMN change_since TEXT;
ALTER TABLE forecast ADD COLUMN change_intervals INTEGER;
ALTER TABLE forecast ADD COLUMN change_before REAL;
ALTER TABLE forecast ADD COLUMN change_after REAL;
CREATE INDEX forecast_changed ON forecast (change_since, jar_id) WHERE change_since IS NOT NULL;

-- Derived: what each jar's finished intervals come to (see domain::forecast::learn), to refit from.
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
) STRICT;

-- What is expected of a jar of a product (see domain::forecast::prior), and the logarithm of what is
-- usually paid for a unit of it.
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
) STRICT;

-- When the priors were fitted, after how many lots; by which errors the forecasts are made, and which
-- were counted since; up to which customer the forecasts follow from them (NULL is everybody).
CREATE TABLE learning (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    fitted_on  TEXT,
    lots       INTEGER NOT NULL,
    errors     TEXT    NOT NULL,
    counting   TEXT    NOT NULL,
    refreshed  INTEGER
) STRICT;
-- A notebook of an older format has forecasts that were made otherwise.
INSERT INTO learning (id, lots, errors, counting, refreshed)
SELECT 1, 0, '', '', CASE WHEN EXISTS (SELECT 1 FROM jar) THEN 0 END;
