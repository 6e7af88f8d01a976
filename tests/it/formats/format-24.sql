PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE shop (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    name           TEXT    NOT NULL,
    currency       TEXT    NOT NULL CHECK (length(currency) = 3),
    language       TEXT,
    service_level  INTEGER NOT NULL CHECK (service_level BETWEEN 1 AND 500),
    grace_days     INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 365),
    delivery_days  INTEGER NOT NULL CHECK (delivery_days BETWEEN 1 AND 127)
, carry INTEGER CHECK (carry > 0), date_order TEXT CHECK (date_order IN ('mdy', 'dmy')), rules_off TEXT NOT NULL DEFAULT '', credit_limit INTEGER CHECK (credit_limit >= 0), address    TEXT NOT NULL DEFAULT '', phone      TEXT NOT NULL DEFAULT '', payment_qr TEXT NOT NULL DEFAULT '', ageing     TEXT NOT NULL DEFAULT '7,30,60', methods TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO shop VALUES(1,'Rice, currency TWD, and more','TWD',NULL,50,0,31,NULL,'dmy','birthday',3000,'1 Bamboo Lane','','','7,30,60','cash;WeChat Pay;bank');
CREATE TABLE holiday (
    id    INTEGER PRIMARY KEY,
    day   TEXT NOT NULL UNIQUE,
    name  TEXT NOT NULL
) STRICT;
CREATE TABLE area (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL UNIQUE CHECK (name <> ''),
    position  INTEGER NOT NULL
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
    consent      TEXT    NOT NULL CHECK (consent = 'unknown' OR consent = 'yes' OR consent = 'no'),
    note         TEXT    NOT NULL,
    joined_on    TEXT    NOT NULL,
    left_on      TEXT,
    left_reason  TEXT    NOT NULL
, external TEXT CHECK (external <> ''), email TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO customer VALUES(1,'C001','c000000000001','林阿嬷','lin a ma','household','0912-345-678','竹巷','','',3,2,0,'25',0,NULL,'',NULL,'--05-12','visit',NULL,'unknown','','2026-03-02',NULL,'',NULL,'');
INSERT INTO customer VALUES(2,'C002','c000000000002','O''Neill, Sons','o''neill, sons','household','','河边','','',2,0,0,'last',0,NULL,'',NULL,NULL,'visit',NULL,'unknown','back door','2026-03-02',NULL,'',NULL,'office@oneill.example');
INSERT INTO customer VALUES(3,'C003','c000000000003','阿明','a ming','household','0933','','','',0,0,0,'none',0,NULL,'',NULL,NULL,'visit',NULL,'unknown','','2026-03-02',NULL,'',NULL,'');
INSERT INTO customer VALUES(4,'C004','c000000000004','王永庆','wang yong qing','household','0944','','','',0,0,0,'none',0,NULL,'',NULL,NULL,'visit',NULL,'unknown','','2026-03-02',NULL,'',NULL,'');
INSERT INTO customer VALUES(5,'C005','c000000000005','周家','zhou jia','household','','','','',2,0,0,'10',0,500,'',NULL,NULL,'visit',NULL,'unknown','','2026-03-02',NULL,'',NULL,'');
CREATE TABLE household_change (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    from_day     TEXT    NOT NULL,
    adults       INTEGER NOT NULL CHECK (adults >= 0),
    children     INTEGER NOT NULL CHECK (children >= 0),
    elders       INTEGER NOT NULL CHECK (elders >= 0),
    UNIQUE (customer_id, from_day)
) STRICT;
INSERT INTO household_change VALUES(1,1,'2026-03-10',6,0,0);
CREATE TABLE away (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    from_day     TEXT    NOT NULL,
    to_day       TEXT    NOT NULL CHECK (to_day >= from_day),
    people       INTEGER CHECK (people > 0)
) STRICT;
INSERT INTO away VALUES(1,1,'2026-03-20','2026-03-23',NULL);
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
, on_order INTEGER CHECK (on_order > 0), arrives_on TEXT, months TEXT, door_checklist TEXT NOT NULL DEFAULT '', retired_on TEXT) STRICT;
INSERT INTO product VALUES(1,'rice','rice','kg','',16,12,15000,NULL,NULL,500,700,45000,NULL,'1.2,1,1,1,1,1,1,1,1,1,1,1.1','old out;jar cleaned',NULL);
INSERT INTO product VALUES(2,'noodles','noodles','box 5kg','',90,0,NULL,NULL,NULL,500,700,NULL,NULL,NULL,'','2026-03-02');
CREATE TABLE stock_move (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES product (id),
    day         TEXT    NOT NULL,
    quantity    INTEGER NOT NULL,
    cost        INTEGER CHECK (cost >= 0),
    reason      TEXT    NOT NULL CHECK (reason = 'opening' OR reason = 'received' OR reason = 'counted')
) STRICT;
INSERT INTO stock_move VALUES(1,1,'2026-03-02',30000,NULL,'received');
INSERT INTO stock_move VALUES(2,1,'2026-03-02',-5000,NULL,'counted');
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
INSERT INTO jar VALUES(1,1,1,NULL,20000,12000,NULL,'forecast',0,NULL,NULL);
INSERT INTO jar VALUES(2,1,2,NULL,10000,4000,NULL,'forecast',0,NULL,NULL);
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
INSERT INTO delivery VALUES(1,1,'done','2026-03-02','2026-03-02','',0,NULL,NULL);
INSERT INTO delivery VALUES(2,2,'cancelled','2026-03-03','2026-03-02','not now',0,NULL,NULL);
INSERT INTO delivery VALUES(3,1,'done','2026-03-02','2026-03-02','',0,NULL,NULL);
CREATE TABLE delivery_line (
    id           INTEGER PRIMARY KEY,
    delivery_id  INTEGER NOT NULL REFERENCES delivery (id),
    product_id   INTEGER NOT NULL REFERENCES product (id),
    planned      INTEGER NOT NULL CHECK (planned >= 0),
    delivered    INTEGER CHECK (delivered >= 0),
    price        INTEGER CHECK (price >= 0),
    CHECK ((delivered IS NULL) = (price IS NULL)),
    UNIQUE (delivery_id, product_id)
) STRICT;
INSERT INTO delivery_line VALUES(1,1,1,15000,15000,16);
INSERT INTO delivery_line VALUES(2,2,1,10000,NULL,NULL);
INSERT INTO delivery_line VALUES(3,3,2,7000,7000,90);
INSERT INTO delivery_line VALUES(4,3,1,0,12000,16);
CREATE TABLE reading (
    id           INTEGER PRIMARY KEY,
    jar_id       INTEGER NOT NULL REFERENCES jar (id),
    day          TEXT    NOT NULL,
    level        INTEGER NOT NULL CHECK (level >= 0),
    delivery_id  INTEGER REFERENCES delivery (id)
, kind TEXT CHECK (kind IN ('rough', 'enough'))) STRICT;
INSERT INTO reading VALUES(1,1,'2026-03-02',4500,NULL,NULL);
INSERT INTO reading VALUES(2,2,'2026-03-02',2500,NULL,NULL);
INSERT INTO reading VALUES(3,1,'2026-03-02',6000,NULL,NULL);
INSERT INTO reading VALUES(4,1,'2026-03-02',5000,NULL,'enough');
INSERT INTO reading VALUES(5,1,'2026-03-02',6000,NULL,'rough');
INSERT INTO reading VALUES(6,1,'2026-03-02',2000,3,NULL);
CREATE TABLE follow_up (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    text         TEXT    NOT NULL,
    anchor       TEXT    NOT NULL,
    due_on       TEXT    NOT NULL,
    repeats      TEXT,
    rule         TEXT    CHECK (rule = 'first-delivery' OR rule = 'promise' OR rule = 'birthday' OR rule = 'silent'),
    occasion     TEXT,
    stage        TEXT    NOT NULL CHECK (stage = 'open' OR stage = 'done' OR stage = 'dropped'),
    closed_on    TEXT,
    outcome      TEXT    NOT NULL, made_on TEXT CHECK (made_on IS NULL OR rule IS 'promise'), amount INTEGER CHECK (amount IS NULL OR amount > 0 AND made_on IS NOT NULL), after_entry INTEGER CHECK ((after_entry IS NULL) = (made_on IS NULL) AND after_entry >= 0),
    CHECK ((stage = 'open') = (closed_on IS NULL)),
    CHECK ((rule IS NULL) = (occasion IS NULL)),
    UNIQUE (rule, customer_id, occasion)
) STRICT;
INSERT INTO follow_up VALUES(1,1,'','2026-03-05','2026-03-05',NULL,'first-delivery','2026-03-02','open',NULL,'',NULL,NULL,NULL);
INSERT INTO follow_up VALUES(2,2,'rule:birthday','2026-03-02','2026-03-02',NULL,NULL,NULL,'done','2026-03-02','',NULL,NULL,NULL);
INSERT INTO follow_up VALUES(3,1,'','2026-03-05','2026-03-05',NULL,'birthday','2026-03-05','done','2026-03-02','',NULL,NULL,NULL);
INSERT INTO follow_up VALUES(4,1,'asked for brown rice','2026-03-10','2026-03-10',NULL,'promise','2026-03-10','open',NULL,'','2026-03-02',NULL,10);
INSERT INTO follow_up VALUES(5,1,'promise','2026-03-05','2026-03-05',NULL,NULL,NULL,'open',NULL,'',NULL,NULL,NULL);
INSERT INTO follow_up VALUES(6,2,'after payday','2026-03-12','2026-03-12',NULL,'promise','2026-03-12','open',NULL,'','2026-03-02',100,14);
CREATE TABLE contact (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    day          TEXT    NOT NULL,
    channel      TEXT    NOT NULL CHECK (channel = 'visit' OR channel = 'phone' OR channel = 'message' OR channel = 'email'),
    text         TEXT    NOT NULL,
    mood         INTEGER CHECK (mood BETWEEN 1 AND 5)
) STRICT;
INSERT INTO contact VALUES(1,1,'2026-03-02','phone','said: hello, all',4);
INSERT INTO contact VALUES(2,1,'2026-03-02','phone','asked for brown rice',4);
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
INSERT INTO "action" VALUES(1,'2026-03-02 00:00:00','','do',NULL,1,'product-added',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"product-added":{"product":{"name":"rice","unit":"kg"}}}');
INSERT INTO "action" VALUES(2,'2026-03-02 00:00:00','','do',NULL,1,'product-added',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"product-added":{"product":{"name":"noodles","unit":"box 5kg"}}}');
INSERT INTO "action" VALUES(3,'2026-03-02 00:00:00','','do',NULL,1,'customer-added',1,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"}}}');
INSERT INTO "action" VALUES(4,'2026-03-02 00:00:00','','do',NULL,1,'customer-added',2,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"}}}');
INSERT INTO "action" VALUES(5,'2026-03-02 00:00:00','','do',NULL,1,'jar-set',1,'','',NULL,NULL,NULL,NULL,NULL,'{"jar-set":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"product":{"name":"rice","unit":"kg"}}}');
INSERT INTO "action" VALUES(6,'2026-03-02 00:00:00','','do',NULL,1,'jar-set',1,'','',NULL,NULL,NULL,NULL,NULL,'{"jar-set":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"product":{"name":"noodles","unit":"box 5kg"}}}');
INSERT INTO "action" VALUES(7,'2026-03-02 00:00:00','','do',NULL,1,'jar-read',1,'','',NULL,NULL,NULL,NULL,NULL,'{"jar-read":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"product":{"name":"rice","unit":"kg"},"level":4500,"on":"2026-03-02"}}');
INSERT INTO "action" VALUES(8,'2026-03-02 00:00:00','','do',NULL,1,'jar-read',1,'','',NULL,NULL,NULL,NULL,NULL,'{"jar-read":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"product":{"name":"noodles","unit":"box 5kg"},"level":2500,"on":"2026-03-02"}}');
INSERT INTO "action" VALUES(9,'2026-03-02 00:00:00','','do',NULL,1,'delivery-planned',1,'','',NULL,NULL,NULL,NULL,NULL,'{"delivery-planned":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"goods":[{"product":{"name":"rice","unit":"kg"},"quantity":15000}],"on":"2026-03-02"}}');
INSERT INTO "action" VALUES(10,'2026-03-02 00:00:00','','do',NULL,1,'delivery-done',1,'','',NULL,NULL,NULL,NULL,NULL,'{"delivery-done":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"goods":[{"product":{"name":"rice","unit":"kg"},"quantity":15000}],"charged":240}}');
INSERT INTO "action" VALUES(11,'2026-03-02 00:00:00','','do',NULL,1,'entry-charge',2,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"kind":"charge","amount":300,"method":""}}');
INSERT INTO "action" VALUES(12,'2026-03-02 00:00:00','','do',NULL,1,'entry-payment',2,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"kind":"payment","amount":120,"method":"cash"}}');
INSERT INTO "action" VALUES(13,'2026-03-02 00:00:00','','do',NULL,1,'entry-discount',2,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"kind":"discount","amount":20,"method":""}}');
INSERT INTO "action" VALUES(14,'2026-03-02 00:00:00','','do',NULL,1,'follow-up-added',2,'','',NULL,NULL,NULL,NULL,NULL,'{"follow-up-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"subject":{"text":"rule:birthday"},"due_on":"2026-03-02"}}');
INSERT INTO "action" VALUES(15,'2026-03-02 00:00:00','','do',NULL,1,'follow-up-done',2,'','',NULL,NULL,NULL,NULL,NULL,'{"follow-up-done":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"subject":{"text":"rule:birthday"}}}');
INSERT INTO "action" VALUES(16,'2026-03-02 00:00:00','','do',NULL,1,'follow-up-done',1,'','',NULL,NULL,NULL,NULL,NULL,'{"follow-up-done":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"subject":{"rule":"birthday"}}}');
INSERT INTO "action" VALUES(17,'2026-03-02 00:00:00','','do',NULL,1,'contact-added',1,'','',NULL,NULL,NULL,NULL,NULL,'{"contact-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"text":"said: hello, all"}}');
INSERT INTO "action" VALUES(18,'2026-03-02 00:00:00','','do',NULL,1,'shop-set',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"shop-set":{"settings":[{"delivery-days":31}]}}');
INSERT INTO "action" VALUES(19,'2026-03-02 00:00:00','','do',NULL,1,'customer-away',1,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-away":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"period":{"from":"2026-03-20","to":"2026-03-23"},"people":null}}');
INSERT INTO "action" VALUES(20,'2026-03-02 00:00:00','','do',NULL,1,'household-changed',1,'','',NULL,NULL,NULL,NULL,NULL,'{"household-changed":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"from":"2026-03-10","people":6}}');
INSERT INTO "action" VALUES(21,'2026-03-02 00:00:00','','do',NULL,1,'customer-edited',2,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-edited":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"}}}');
INSERT INTO "action" VALUES(22,'2026-03-02 00:00:00','','do',NULL,0,'customer-left',2,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-left":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"on":"2026-03-02","reason":"moved, far"}}');
INSERT INTO "action" VALUES(23,'2026-03-02 00:00:00','','undo',22,1,'customer-left',2,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-left":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"on":"2026-03-02","reason":"moved, far"}}');
INSERT INTO "action" VALUES(24,'2026-03-02 00:00:00','','redo',22,1,'customer-left',2,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-left":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"on":"2026-03-02","reason":"moved, far"}}');
INSERT INTO "action" VALUES(25,'2026-03-02 00:00:00','','undo',22,1,'customer-left',2,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-left":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"on":"2026-03-02","reason":"moved, far"}}');
INSERT INTO "action" VALUES(26,'2026-03-02 00:00:00','','do',NULL,1,'stock-received',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"stock-received":{"product":{"name":"rice","unit":"kg"},"quantity":30000}}');
INSERT INTO "action" VALUES(27,'2026-03-02 00:00:00','','do',NULL,1,'stock-counted',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"stock-counted":{"product":{"name":"rice","unit":"kg"},"difference":-5000}}');
INSERT INTO "action" VALUES(28,'2026-03-02 00:00:00','','do',NULL,1,'delivery-planned',2,'','',NULL,NULL,NULL,NULL,NULL,'{"delivery-planned":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"goods":[{"product":{"name":"rice","unit":"kg"},"quantity":10000}],"on":"2026-03-03"}}');
INSERT INTO "action" VALUES(29,'2026-03-02 00:00:00','','do',NULL,1,'delivery-cancelled',2,'','',NULL,NULL,NULL,NULL,NULL,'{"delivery-cancelled":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"planned_for":"2026-03-03","reason":"not now"}}');
INSERT INTO "action" VALUES(30,'2026-03-02 00:00:00','','do',NULL,1,'imported',NULL,'','',NULL,NULL,NULL,NULL,'cc37eef82da026e9133da452486a7ce08409a492bfbf6eb5e90db14f8dced31d','{"imported":{"table":"customers","rows":2,"file":"c.csv"}}');
INSERT INTO "action" VALUES(31,'2026-03-02 00:00:00','','do',NULL,1,'jar-read',1,'','',NULL,NULL,NULL,NULL,NULL,'{"jar-read":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"product":{"name":"rice","unit":"kg"},"level":6000,"on":"2026-03-02"}}');
INSERT INTO "action" VALUES(32,'2026-03-02 00:00:00','','do',NULL,1,'entry-deposit',1,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"kind":"deposit","amount":500,"method":""}}');
INSERT INTO "action" VALUES(33,'2026-03-02 00:00:00','','do',NULL,1,'entry-deposit',1,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"kind":"deposit","amount":-200,"method":""}}');
INSERT INTO "action" VALUES(34,'2026-03-02 00:00:00','','do',NULL,1,'stock-ordered',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"stock-ordered":{"product":{"name":"rice","unit":"kg"},"quantity":45000}}');
INSERT INTO "action" VALUES(35,'2026-03-02 00:00:00','阿美','do',NULL,0,'customer-edited',3,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-edited":{"customer":{"id":3,"code":"C003","name":"阿明"}}}');
INSERT INTO "action" VALUES(36,'2026-03-02 00:00:00','阿美','undo',35,1,'customer-edited',3,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-edited":{"customer":{"id":3,"code":"C003","name":"阿明"}}}');
INSERT INTO "action" VALUES(37,'2026-03-02 00:00:00','','do',NULL,1,'shop-set',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"shop-set":{"settings":[{"date-order":"dmy"}]}}');
INSERT INTO "action" VALUES(38,'2026-03-02 00:00:00','','do',NULL,1,'shop-set',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"shop-set":{"settings":[{"rules-off":"birthday"}]}}');
INSERT INTO "action" VALUES(39,'2026-03-02 00:00:00','','do',NULL,1,'skip-added',1,'','',NULL,NULL,NULL,NULL,NULL,'{"skip-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"products":[],"until":"2026-03-22","reason":"new year stock"}}');
INSERT INTO "action" VALUES(40,'2026-03-02 00:00:00','','do',NULL,1,'skip-added',3,'','',NULL,NULL,NULL,NULL,NULL,'{"skip-added":{"customer":{"id":3,"code":"C003","name":"阿明"},"products":[],"until":"2026-03-11","reason":"away"}}');
INSERT INTO "action" VALUES(41,'2026-03-02 00:00:00','','do',NULL,1,'skip-removed',3,'','',NULL,NULL,NULL,NULL,NULL,'{"skip-removed":{"customer":{"id":3,"code":"C003","name":"阿明"},"until":"2026-03-11"}}');
INSERT INTO "action" VALUES(42,'2026-03-02 00:00:00','','do',NULL,1,'jar-read',1,'','',NULL,NULL,NULL,NULL,NULL,'{"jar-read":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"product":{"name":"rice","unit":"kg"},"level":5000,"reading":"enough","on":"2026-03-02"}}');
INSERT INTO "action" VALUES(43,'2026-03-02 00:00:00','','do',NULL,1,'jar-read',1,'','',NULL,NULL,NULL,NULL,NULL,'{"jar-read":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"product":{"name":"rice","unit":"kg"},"level":6000,"reading":"rough","on":"2026-03-02"}}');
INSERT INTO "action" VALUES(44,'2026-03-02 00:00:00','','do',NULL,1,'product-edited',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"product-edited":{"product":{"name":"rice","unit":"kg"}}}');
INSERT INTO "action" VALUES(45,'2026-03-02 00:00:00','','do',NULL,1,'product-edited',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"product-edited":{"product":{"name":"rice","unit":"kg"}}}');
INSERT INTO "action" VALUES(46,'2026-03-02 00:00:00','','do',NULL,1,'delivery-planned',1,'','',NULL,NULL,NULL,NULL,NULL,'{"delivery-planned":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"goods":[{"product":{"name":"noodles","unit":"box 5kg"},"quantity":7000}],"on":"2026-03-02"}}');
INSERT INTO "action" VALUES(47,'2026-03-02 00:00:00','','do',NULL,1,'delivery-done',1,'','',NULL,NULL,NULL,NULL,NULL,'{"delivery-done":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"goods":[{"product":{"name":"noodles","unit":"box 5kg"},"quantity":7000},{"product":{"name":"rice","unit":"kg"},"quantity":10000}],"charged":790}}');
INSERT INTO "action" VALUES(48,'2026-03-02 00:00:00','','do',NULL,1,'delivery-edited',1,'','',NULL,NULL,NULL,NULL,NULL,'{"delivery-edited":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"goods":[{"product":{"name":"noodles","unit":"box 5kg"},"quantity":7000},{"product":{"name":"rice","unit":"kg"},"quantity":12000}],"on":"2026-03-02","corrected":32}}');
INSERT INTO "action" VALUES(49,'2026-03-02 00:00:00','','do',NULL,1,'entry-charge',2,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"kind":"charge","amount":30,"method":""}}');
INSERT INTO "action" VALUES(50,'2026-03-02 00:00:00','阿美','do',NULL,1,'contact-added',1,'','',NULL,NULL,NULL,NULL,NULL,'{"contact-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"text":"asked for brown rice"}}');
INSERT INTO "action" VALUES(51,'2026-03-02 00:00:00','阿美','undo',50,1,'contact-added',1,'','',NULL,NULL,NULL,NULL,NULL,'{"contact-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"text":"asked for brown rice"}}');
INSERT INTO "action" VALUES(52,'2026-03-02 00:00:00','','redo',50,1,'contact-added',1,'','',NULL,NULL,NULL,NULL,NULL,'{"contact-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"text":"asked for brown rice"}}');
INSERT INTO "action" VALUES(53,'2026-03-02 00:00:00','','do',NULL,1,'follow-up-added',1,'','',NULL,NULL,NULL,NULL,NULL,'{"follow-up-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"subject":{"text":"promise"},"due_on":"2026-03-05"}}');
INSERT INTO "action" VALUES(54,'2026-03-02 00:00:00','','do',NULL,1,'shop-set',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"shop-set":{"settings":[{"methods":["cash","WeChat Pay","bank"]}]}}');
INSERT INTO "action" VALUES(55,'2026-03-02 00:00:00','','do',NULL,1,'shop-set',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"shop-set":{"settings":[{"credit-limit":[3000,"TWD"]}]}}');
INSERT INTO "action" VALUES(56,'2026-03-02 00:00:00','','do',NULL,1,'shop-set',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"shop-set":{"settings":[{"address":"1 Bamboo Lane"}]}}');
INSERT INTO "action" VALUES(57,'2026-03-02 00:00:00','','do',NULL,1,'customer-edited',1,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-edited":{"customer":{"id":1,"code":"C001","name":"林阿嬷"}}}');
INSERT INTO "action" VALUES(58,'2026-03-02 00:00:00','','do',NULL,1,'entry-payment',1,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"kind":"payment","amount":60,"method":"WeChat Pay"}}');
INSERT INTO "action" VALUES(59,'2026-03-02 00:00:00','','do',NULL,1,'entry-agreement',1,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"kind":"agreement","amount":902,"method":""}}');
INSERT INTO "action" VALUES(60,'2026-03-02 00:00:00','','do',NULL,1,'product-retired',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"product-retired":{"product":{"name":"noodles","unit":"box 5kg"},"on":"2026-03-02"}}');
INSERT INTO "action" VALUES(61,'2026-03-02 00:00:00','','do',NULL,1,'skip-added',1,'','',NULL,NULL,NULL,NULL,NULL,'{"skip-added":{"customer":{"id":1,"code":"C001","name":"林阿嬷"},"products":["rice"],"until":"2026-03-20","reason":"guests away"}}');
INSERT INTO "action" VALUES(62,'2026-03-02 00:00:00','','do',NULL,1,'entry-charge',2,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"kind":"charge","amount":45,"method":""}}');
INSERT INTO "action" VALUES(63,'2026-03-02 00:00:00','anna','do',NULL,1,'entry-correction',2,'','',NULL,NULL,NULL,NULL,NULL,'{"entry-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"kind":"correction","amount":-5,"method":""}}');
INSERT INTO "action" VALUES(64,'2026-03-02 00:00:00','','do',NULL,1,'day-closed',NULL,'','',NULL,NULL,NULL,NULL,NULL,'{"day-closed":{"day":"2026-03-02","counted":100,"difference":-320,"reason":"small change missing"}}');
INSERT INTO "action" VALUES(65,'2026-03-02 00:00:00','','do',NULL,1,'promise-added',2,'','',NULL,NULL,NULL,NULL,NULL,'{"promise-added":{"customer":{"id":2,"code":"C002","name":"O''Neill, Sons"},"amount":100,"by":"2026-03-12"}}');
INSERT INTO "action" VALUES(66,'2026-03-02 00:00:00','','do',NULL,1,'customer-added',5,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-added":{"customer":{"id":5,"code":"C005","name":"周家"}}}');
INSERT INTO "action" VALUES(67,'2026-03-02 00:00:00','','do',NULL,0,'customer-edited',5,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-edited":{"customer":{"id":5,"code":"C005","name":"周家"}}}');
INSERT INTO "action" VALUES(68,'2026-03-02 00:00:00','','undo',67,1,'customer-edited',5,'','',NULL,NULL,NULL,NULL,NULL,'{"customer-edited":{"customer":{"id":5,"code":"C005","name":"周家"}}}');
CREATE TABLE change (
    id         INTEGER PRIMARY KEY,
    action_id  INTEGER NOT NULL REFERENCES action (id),
    tbl        TEXT    NOT NULL,
    key        INTEGER NOT NULL,
    before     TEXT
) STRICT;
INSERT INTO change VALUES(1,1,'product',1,NULL);
INSERT INTO change VALUES(2,2,'product',2,NULL);
INSERT INTO change VALUES(3,3,'customer',1,NULL);
INSERT INTO change VALUES(4,4,'customer',2,NULL);
INSERT INTO change VALUES(5,5,'jar',1,NULL);
INSERT INTO change VALUES(6,6,'jar',2,NULL);
INSERT INTO change VALUES(7,7,'reading',1,NULL);
INSERT INTO change VALUES(8,8,'reading',2,NULL);
INSERT INTO change VALUES(9,9,'delivery',1,NULL);
INSERT INTO change VALUES(10,9,'delivery_line',1,NULL);
INSERT INTO change VALUES(11,10,'delivery',1,'{"id":1,"customer_id":1,"stage":"planned","planned_for":"2026-03-02","closed_on":null,"reason":"","checklist":0,"early":null,"external":null}');
INSERT INTO change VALUES(12,10,'delivery_line',1,'{"id":1,"delivery_id":1,"product_id":1,"planned":15000,"delivered":null,"price":null}');
INSERT INTO change VALUES(13,10,'entry',1,NULL);
INSERT INTO change VALUES(14,10,'follow_up',1,NULL);
INSERT INTO change VALUES(15,11,'entry',2,NULL);
INSERT INTO change VALUES(16,12,'entry',3,NULL);
INSERT INTO change VALUES(17,13,'entry',4,NULL);
INSERT INTO change VALUES(18,14,'follow_up',2,NULL);
INSERT INTO change VALUES(19,15,'follow_up',2,'{"id":2,"customer_id":2,"text":"rule:birthday","anchor":"2026-03-02","due_on":"2026-03-02","repeats":null,"rule":null,"occasion":null,"stage":"open","closed_on":null,"outcome":""}');
INSERT INTO change VALUES(20,16,'follow_up',3,NULL);
INSERT INTO change VALUES(21,16,'follow_up',3,'{"id":3,"customer_id":1,"text":"","anchor":"2026-03-05","due_on":"2026-03-05","repeats":null,"rule":"birthday","occasion":"2026-03-05","stage":"open","closed_on":null,"outcome":""}');
INSERT INTO change VALUES(22,17,'contact',1,NULL);
INSERT INTO change VALUES(23,18,'shop',1,'{"id":1,"name":"Rice, currency TWD, and more","currency":"TWD","language":null,"service_level":50,"grace_days":0,"delivery_days":63,"carry":null}');
INSERT INTO change VALUES(24,19,'away',1,NULL);
INSERT INTO change VALUES(25,20,'household_change',1,NULL);
INSERT INTO change VALUES(26,21,'customer',2,'{"id":2,"code":"C002","code_key":"c000000000002","name":"O''Neill, Sons","name_key":"o''neill, sons","kind":"household","phones":"","area":"河边","address":"","door_note":"","adults":2,"children":0,"elders":0,"payday":"last","weekdays":0,"debt_limit":null,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"","joined_on":"2026-03-02","left_on":null,"left_reason":"","external":null,"email":""}');
INSERT INTO change VALUES(27,22,'customer',2,'{"id":2,"code":"C002","code_key":"c000000000002","name":"O''Neill, Sons","name_key":"o''neill, sons","kind":"household","phones":"","area":"河边","address":"","door_note":"","adults":2,"children":0,"elders":0,"payday":"last","weekdays":0,"debt_limit":null,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"back door","joined_on":"2026-03-02","left_on":null,"left_reason":"","external":null,"email":"office@oneill.example"}');
INSERT INTO change VALUES(28,23,'customer',2,'{"id":2,"code":"C002","code_key":"c000000000002","name":"O''Neill, Sons","name_key":"o''neill, sons","kind":"household","phones":"","area":"河边","address":"","door_note":"","adults":2,"children":0,"elders":0,"payday":"last","weekdays":0,"debt_limit":null,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"back door","joined_on":"2026-03-02","left_on":"2026-03-02","left_reason":"moved, far","external":null,"email":"office@oneill.example"}');
INSERT INTO change VALUES(29,24,'customer',2,'{"id":2,"code":"C002","code_key":"c000000000002","name":"O''Neill, Sons","name_key":"o''neill, sons","kind":"household","phones":"","area":"河边","address":"","door_note":"","adults":2,"children":0,"elders":0,"payday":"last","weekdays":0,"debt_limit":null,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"back door","joined_on":"2026-03-02","left_on":null,"left_reason":"","external":null,"email":"office@oneill.example"}');
INSERT INTO change VALUES(30,25,'customer',2,'{"id":2,"code":"C002","code_key":"c000000000002","name":"O''Neill, Sons","name_key":"o''neill, sons","kind":"household","phones":"","area":"河边","address":"","door_note":"","adults":2,"children":0,"elders":0,"payday":"last","weekdays":0,"debt_limit":null,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"back door","joined_on":"2026-03-02","left_on":"2026-03-02","left_reason":"moved, far","external":null,"email":"office@oneill.example"}');
INSERT INTO change VALUES(31,26,'stock_move',1,NULL);
INSERT INTO change VALUES(32,27,'stock_move',2,NULL);
INSERT INTO change VALUES(33,28,'delivery',2,NULL);
INSERT INTO change VALUES(34,28,'delivery_line',2,NULL);
INSERT INTO change VALUES(35,29,'delivery',2,'{"id":2,"customer_id":2,"stage":"planned","planned_for":"2026-03-03","closed_on":null,"reason":"","checklist":0,"early":null,"external":null}');
INSERT INTO change VALUES(36,29,'delivery_line',2,'{"id":2,"delivery_id":2,"product_id":1,"planned":10000,"delivered":null,"price":null}');
INSERT INTO change VALUES(37,30,'customer',3,NULL);
INSERT INTO change VALUES(38,30,'customer',4,NULL);
INSERT INTO change VALUES(39,31,'reading',3,NULL);
INSERT INTO change VALUES(40,32,'entry',5,NULL);
INSERT INTO change VALUES(41,33,'entry',6,NULL);
INSERT INTO change VALUES(42,34,'product',1,'{"id":1,"name":"rice","name_key":"rice","unit":"kg","kind":"","price":16,"cost":12,"pack":15000,"reorder":null,"appetite":null,"child":500,"elder":700,"on_order":null,"arrives_on":null}');
INSERT INTO change VALUES(43,35,'customer',3,'{"id":3,"code":"C003","code_key":"c000000000003","name":"阿明","name_key":"a ming","kind":"household","phones":"0933","area":"","address":"","door_note":"","adults":0,"children":0,"elders":0,"payday":"none","weekdays":0,"debt_limit":null,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"","joined_on":"2026-03-02","left_on":null,"left_reason":"","external":null,"email":""}');
INSERT INTO change VALUES(44,36,'customer',3,'{"id":3,"code":"C003","code_key":"c000000000003","name":"阿明","name_key":"a ming","kind":"household","phones":"0933","area":"","address":"","door_note":"\"ring: twice\", then wait","adults":0,"children":0,"elders":0,"payday":"none","weekdays":0,"debt_limit":null,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"","joined_on":"2026-03-02","left_on":null,"left_reason":"","external":null,"email":""}');
INSERT INTO change VALUES(45,37,'shop',1,'{"id":1,"name":"Rice, currency TWD, and more","currency":"TWD","language":null,"service_level":50,"grace_days":0,"delivery_days":31,"carry":null,"date_order":null,"rules_off":""}');
INSERT INTO change VALUES(46,38,'shop',1,'{"id":1,"name":"Rice, currency TWD, and more","currency":"TWD","language":null,"service_level":50,"grace_days":0,"delivery_days":31,"carry":null,"date_order":"dmy","rules_off":""}');
INSERT INTO change VALUES(47,39,'skip',1,NULL);
INSERT INTO change VALUES(48,40,'skip',2,NULL);
INSERT INTO change VALUES(49,41,'skip',2,'{"id":2,"customer_id":3,"product_id":null,"day":"2026-03-02","until":"2026-03-11","reason":"away"}');
INSERT INTO change VALUES(50,42,'reading',4,NULL);
INSERT INTO change VALUES(51,43,'reading',5,NULL);
INSERT INTO change VALUES(52,44,'product',1,'{"id":1,"name":"rice","name_key":"rice","unit":"kg","kind":"","price":16,"cost":12,"pack":15000,"reorder":null,"appetite":null,"child":500,"elder":700,"on_order":45000,"arrives_on":null,"months":null,"door_checklist":""}');
INSERT INTO change VALUES(53,45,'product',1,'{"id":1,"name":"rice","name_key":"rice","unit":"kg","kind":"","price":16,"cost":12,"pack":15000,"reorder":null,"appetite":null,"child":500,"elder":700,"on_order":45000,"arrives_on":null,"months":"1.2,1,1,1,1,1,1,1,1,1,1,1.1","door_checklist":""}');
INSERT INTO change VALUES(54,46,'delivery',3,NULL);
INSERT INTO change VALUES(55,46,'delivery_line',3,NULL);
INSERT INTO change VALUES(56,47,'reading',6,NULL);
INSERT INTO change VALUES(57,47,'delivery',3,'{"id":3,"customer_id":1,"stage":"planned","planned_for":"2026-03-02","closed_on":null,"reason":"","checklist":0,"early":null,"external":null}');
INSERT INTO change VALUES(58,47,'delivery_line',3,'{"id":3,"delivery_id":3,"product_id":2,"planned":7000,"delivered":null,"price":null}');
INSERT INTO change VALUES(59,47,'delivery_line',4,NULL);
INSERT INTO change VALUES(60,47,'entry',7,NULL);
INSERT INTO change VALUES(61,47,'entry',8,NULL);
INSERT INTO change VALUES(62,48,'delivery',3,'{"id":3,"customer_id":1,"stage":"done","planned_for":"2026-03-02","closed_on":"2026-03-02","reason":"","checklist":0,"early":null,"external":null}');
INSERT INTO change VALUES(63,48,'delivery_line',3,'{"id":3,"delivery_id":3,"product_id":2,"planned":7000,"delivered":7000,"price":90}');
INSERT INTO change VALUES(64,48,'delivery_line',4,'{"id":4,"delivery_id":3,"product_id":1,"planned":0,"delivered":10000,"price":16}');
INSERT INTO change VALUES(65,48,'entry',9,NULL);
INSERT INTO change VALUES(66,49,'entry',10,NULL);
INSERT INTO change VALUES(67,50,'contact',2,NULL);
INSERT INTO change VALUES(68,50,'follow_up',4,NULL);
INSERT INTO change VALUES(69,51,'follow_up',4,'{"id":4,"customer_id":1,"text":"asked for brown rice","anchor":"2026-03-10","due_on":"2026-03-10","repeats":null,"rule":"promise","occasion":"2026-03-10","stage":"open","closed_on":null,"outcome":""}');
INSERT INTO change VALUES(70,51,'contact',2,'{"id":2,"customer_id":1,"day":"2026-03-02","channel":"phone","text":"asked for brown rice","mood":4}');
INSERT INTO change VALUES(71,52,'contact',2,NULL);
INSERT INTO change VALUES(72,52,'follow_up',4,NULL);
INSERT INTO change VALUES(73,53,'follow_up',5,NULL);
INSERT INTO change VALUES(74,54,'shop',1,'{"id":1,"name":"Rice, currency TWD, and more","currency":"TWD","language":null,"service_level":50,"grace_days":0,"delivery_days":31,"carry":null,"date_order":"dmy","rules_off":"birthday","credit_limit":null,"address":"","phone":"","payment_qr":"","ageing":"7,30,60","methods":""}');
INSERT INTO change VALUES(75,55,'shop',1,'{"id":1,"name":"Rice, currency TWD, and more","currency":"TWD","language":null,"service_level":50,"grace_days":0,"delivery_days":31,"carry":null,"date_order":"dmy","rules_off":"birthday","credit_limit":null,"address":"","phone":"","payment_qr":"","ageing":"7,30,60","methods":"cash;WeChat Pay;bank"}');
INSERT INTO change VALUES(76,56,'shop',1,'{"id":1,"name":"Rice, currency TWD, and more","currency":"TWD","language":null,"service_level":50,"grace_days":0,"delivery_days":31,"carry":null,"date_order":"dmy","rules_off":"birthday","credit_limit":3000,"address":"","phone":"","payment_qr":"","ageing":"7,30,60","methods":"cash;WeChat Pay;bank"}');
INSERT INTO change VALUES(77,57,'customer',1,'{"id":1,"code":"C001","code_key":"c000000000001","name":"林阿嬷","name_key":"lin a ma","kind":"household","phones":"0912-345-678","area":"竹巷","address":"","door_note":"","adults":3,"children":2,"elders":0,"payday":"25","weekdays":0,"debt_limit":null,"tags":"","referred_by":null,"birthday":"1950-03-05","channel":"visit","language":null,"consent":"unknown","note":"","joined_on":"2026-03-02","left_on":null,"left_reason":"","external":null,"email":""}');
INSERT INTO change VALUES(78,58,'entry',11,NULL);
INSERT INTO change VALUES(79,59,'entry',12,NULL);
INSERT INTO change VALUES(80,60,'product',2,'{"id":2,"name":"noodles","name_key":"noodles","unit":"box 5kg","kind":"","price":90,"cost":0,"pack":null,"reorder":null,"appetite":null,"child":500,"elder":700,"on_order":null,"arrives_on":null,"months":null,"door_checklist":"","retired_on":null}');
INSERT INTO change VALUES(81,61,'skip',2,NULL);
INSERT INTO change VALUES(82,62,'entry',13,NULL);
INSERT INTO change VALUES(83,63,'entry',14,NULL);
INSERT INTO change VALUES(84,64,'day_close',1,NULL);
INSERT INTO change VALUES(85,65,'follow_up',6,NULL);
INSERT INTO change VALUES(86,66,'customer',5,NULL);
INSERT INTO change VALUES(87,67,'customer',5,'{"id":5,"code":"C005","code_key":"c000000000005","name":"周家","name_key":"zhou jia","kind":"household","phones":"","area":"","address":"","door_note":"","adults":2,"children":0,"elders":0,"payday":"10","weekdays":0,"debt_limit":500,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"","joined_on":"2026-03-02","left_on":null,"left_reason":"","external":null,"email":""}');
INSERT INTO change VALUES(88,68,'customer',5,'{"id":5,"code":"C005","code_key":"c000000000005","name":"周家","name_key":"zhou jia","kind":"household","phones":"","area":"河边","address":"","door_note":"","adults":2,"children":0,"elders":0,"payday":"10","weekdays":0,"debt_limit":500,"tags":"","referred_by":null,"birthday":null,"channel":"visit","language":null,"consent":"unknown","note":"","joined_on":"2026-03-02","left_on":null,"left_reason":"","external":null,"email":""}');
CREATE TABLE stock (
    product_id  INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
    on_hand     INTEGER NOT NULL
) STRICT;
INSERT INTO stock VALUES(1,-2000);
INSERT INTO stock VALUES(2,-7000);
CREATE TABLE standing (
    customer_id    INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    balance        INTEGER NOT NULL,
    -- What is open of the debts by due day, oldest first: "2026-03-25:240 2026-04-25:120".
    open           TEXT    NOT NULL,
    oldest_due     TEXT,
    last_delivery  TEXT,
    last_contact   TEXT
, next_empty TEXT) STRICT;
INSERT INTO standing VALUES(1,902,'2026-03-25:902','2026-03-25','2026-03-02','2026-03-02','2026-04-12');
INSERT INTO standing VALUES(2,230,'2026-03-31:230','2026-03-31',NULL,NULL,NULL);
INSERT INTO standing VALUES(3,0,'',NULL,NULL,NULL,NULL);
INSERT INTO standing VALUES(4,0,'',NULL,NULL,NULL,NULL);
INSERT INTO standing VALUES(5,0,'',NULL,NULL,NULL,NULL);
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
INSERT INTO forecast VALUES(1,1,'2026-03-02',20000,1,0.39425099999999996258,'declared',0,'2026-04-03','2026-03-26','2026-04-12','2026-05-08','2026-03-18','2026-03-24',NULL,NULL,NULL,NULL,'2026-03-22','new year stock',0.0013790975738128883991,0.44892039840751407631,NULL);
CREATE TABLE search (
    customer_id  INTEGER NOT NULL UNIQUE REFERENCES customer (id) ON DELETE CASCADE,
    code_key     TEXT    NOT NULL,
    -- What tells customers apart, a tab, and what groups them: one text, so that one look is enough.
    words        TEXT    NOT NULL,
    PRIMARY KEY (code_key, customer_id)
) STRICT, WITHOUT ROWID;
INSERT INTO search VALUES(1,'c000000000001',replace('林阿嬷\nlinama\nlinema\nlam\nlem\nc001\n0912345678	竹巷\nzhuxiang\nzhuhang\nzx\nzh\n','\n',char(10)));
INSERT INTO search VALUES(2,'c000000000002',replace('o''neill, sons\no''neill,sons\nos\nc002	河边\nhebian\nhb\n','\n',char(10)));
INSERT INTO search VALUES(3,'c000000000003',replace('阿明\naming\neming\nam\nem\nc003\n0933	','\n',char(10)));
INSERT INTO search VALUES(4,'c000000000004',replace('王永庆\nwangyongqing\nwyq\nc004\n0944	','\n',char(10)));
INSERT INTO search VALUES(5,'c000000000005',replace('周家\nzhoujia\nzj\nc005	','\n',char(10)));
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
INSERT INTO taught VALUES(1,'many','at-the-door','2026-03-02',2.7080502011022100639,2.7725887222397811449,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,38.046828035946639091,'customer');
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
CREATE TABLE learning (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    fitted_on  TEXT,
    lots       INTEGER NOT NULL,
    errors     TEXT    NOT NULL,
    counting   TEXT    NOT NULL,
    refreshed  INTEGER
) STRICT;
INSERT INTO learning VALUES(1,NULL,0,'0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0','0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0',NULL);
CREATE TABLE entry_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO entry_kind VALUES('agreement');
INSERT INTO entry_kind VALUES('charge');
INSERT INTO entry_kind VALUES('correction');
INSERT INTO entry_kind VALUES('deposit');
INSERT INTO entry_kind VALUES('discount');
INSERT INTO entry_kind VALUES('opening');
INSERT INTO entry_kind VALUES('payment');
INSERT INTO entry_kind VALUES('refund');
INSERT INTO entry_kind VALUES('write-off');
CREATE TABLE IF NOT EXISTS "entry" (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    day          TEXT    NOT NULL,
    kind         TEXT    NOT NULL REFERENCES entry_kind (name),
    amount       INTEGER NOT NULL,
    method       TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    delivery_id  INTEGER REFERENCES delivery (id),
    external     TEXT    CHECK (external <> '')
, reference TEXT NOT NULL DEFAULT '', corrects TEXT CHECK (corrects IS NULL OR kind = 'correction')) STRICT;
INSERT INTO entry VALUES(1,1,'2026-03-02','charge',240,'','',1,NULL,'',NULL);
INSERT INTO entry VALUES(2,2,'2026-03-02','charge',300,'','',NULL,NULL,'',NULL);
INSERT INTO entry VALUES(3,2,'2026-03-02','payment',-120,'cash','',NULL,NULL,'',NULL);
INSERT INTO entry VALUES(4,2,'2026-03-02','discount',-20,'','',NULL,NULL,'',NULL);
INSERT INTO entry VALUES(5,1,'2026-03-02','deposit',500,'','two bottles',NULL,NULL,'',NULL);
INSERT INTO entry VALUES(6,1,'2026-03-02','deposit',-200,'','',NULL,NULL,'',NULL);
INSERT INTO entry VALUES(7,1,'2026-03-02','charge',790,'','',3,NULL,'',NULL);
INSERT INTO entry VALUES(8,1,'2026-03-02','payment',-100,'wechat','',3,NULL,'',NULL);
INSERT INTO entry VALUES(9,1,'2026-03-02','correction',32,'','',3,NULL,'',NULL);
INSERT INTO entry VALUES(10,2,'2026-03-02','charge',30,'','',NULL,NULL,'',NULL);
INSERT INTO entry VALUES(11,1,'2026-03-02','payment',-60,'WeChat Pay','',NULL,NULL,'T-88',NULL);
INSERT INTO entry VALUES(12,1,'2026-03-02','agreement',902,'','read together',NULL,NULL,'',NULL);
INSERT INTO entry VALUES(13,2,'2026-03-02','charge',45,'','flour',NULL,NULL,'',NULL);
INSERT INTO entry VALUES(14,2,'2026-03-02','correction',-5,'','wrong price',NULL,NULL,'',NULL);
CREATE TABLE skip (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer (id),
    product_id   INTEGER REFERENCES product (id),
    day          TEXT    NOT NULL,
    until        TEXT    NOT NULL,
    reason       TEXT    NOT NULL
) STRICT;
INSERT INTO skip VALUES(1,1,NULL,'2026-03-02','2026-03-22','new year stock');
INSERT INTO skip VALUES(2,1,1,'2026-03-02','2026-03-20','guests away');
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
CREATE TABLE promise_met (
    follow_up_id INTEGER PRIMARY KEY REFERENCES follow_up (id) ON DELETE CASCADE,
    customer_id  INTEGER NOT NULL,
    met_on       TEXT    NOT NULL
) STRICT;
CREATE TABLE phone (
    customer_id  INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    number       TEXT    NOT NULL CHECK (number <> ''),
    PRIMARY KEY (customer_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO phone VALUES(3,'0933');
INSERT INTO phone VALUES(4,'0944');
INSERT INTO phone VALUES(1,'912345678');
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
INSERT INTO day_close VALUES(1,'2026-03-02','cash',420,100,'100x1','small change missing');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('action',68);
CREATE INDEX customer_by_code ON customer (code_key, id);
CREATE INDEX customer_by_name ON customer (name_key, id);
CREATE INDEX customer_referred ON customer (referred_by) WHERE referred_by IS NOT NULL;
CREATE INDEX away_of_customer ON away (customer_id, from_day);
CREATE INDEX stock_move_of_product ON stock_move (product_id, day);
CREATE INDEX jar_of_product ON jar (product_id);
CREATE INDEX delivery_of_customer ON delivery (customer_id, day, id);
CREATE UNIQUE INDEX delivery_open_once ON delivery (customer_id, planned_for) WHERE stage = 'planned';
CREATE INDEX reading_of_jar ON reading (jar_id, day, id);
CREATE INDEX reading_of_delivery ON reading (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX follow_up_open ON follow_up (due_on, id) WHERE stage = 'open';
CREATE INDEX follow_up_of_customer ON follow_up (customer_id, due_on, id);
CREATE INDEX contact_of_customer ON contact (customer_id, day, id);
CREATE INDEX action_of ON action (of, id) WHERE of IS NOT NULL;
CREATE INDEX action_of_customer ON action (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX change_of_action ON change (action_id, id);
CREATE INDEX change_of_row ON change (tbl, key, id);
CREATE INDEX standing_owing ON standing (oldest_due, customer_id) WHERE oldest_due IS NOT NULL;
CREATE INDEX forecast_of_customer ON forecast (customer_id);
CREATE INDEX forecast_by_latest ON forecast (latest, jar_id) WHERE latest IS NOT NULL;
CREATE INDEX forecast_by_likely ON forecast (likely, jar_id);
CREATE INDEX forecast_by_high ON forecast (high, jar_id);
CREATE TRIGGER product_has_stock AFTER INSERT ON product
BEGIN INSERT INTO stock (product_id, on_hand) VALUES (NEW.id, 0); END;
CREATE TRIGGER stock_move_in AFTER INSERT ON stock_move
BEGIN UPDATE stock SET on_hand = on_hand + NEW.quantity WHERE product_id = NEW.product_id; END;
CREATE TRIGGER stock_move_out AFTER DELETE ON stock_move
BEGIN UPDATE stock SET on_hand = on_hand - OLD.quantity WHERE product_id = OLD.product_id; END;
CREATE TRIGGER line_delivered AFTER INSERT ON delivery_line WHEN NEW.delivered IS NOT NULL
BEGIN UPDATE stock SET on_hand = on_hand - NEW.delivered WHERE product_id = NEW.product_id; END;
CREATE TRIGGER line_taken_back AFTER DELETE ON delivery_line WHEN OLD.delivered IS NOT NULL
BEGIN UPDATE stock SET on_hand = on_hand + OLD.delivered WHERE product_id = OLD.product_id; END;
CREATE TRIGGER line_changed AFTER UPDATE ON delivery_line
WHEN OLD.delivered IS NOT NEW.delivered OR OLD.product_id <> NEW.product_id
BEGIN
    UPDATE stock SET on_hand = on_hand + coalesce(OLD.delivered, 0) WHERE product_id = OLD.product_id;
    UPDATE stock SET on_hand = on_hand - coalesce(NEW.delivered, 0) WHERE product_id = NEW.product_id;
END;
CREATE INDEX customer_by_area ON customer (area, id);
CREATE INDEX customer_by_payday ON customer (payday, id);
CREATE INDEX standing_by_next_empty ON standing (coalesce(next_empty, '9999-12-31'), customer_id);
CREATE INDEX standing_by_last_delivery ON standing (coalesce(last_delivery, ''), customer_id);
CREATE INDEX standing_by_last_contact ON standing (coalesce(last_contact, ''), customer_id);
CREATE INDEX standing_by_balance ON standing (balance, customer_id);
CREATE INDEX standing_uneven ON standing (coalesce(oldest_due, '9999-12-31'), customer_id) WHERE balance <> 0;
CREATE INDEX follow_up_closed ON follow_up (closed_on, id) WHERE stage <> 'open';
CREATE INDEX forecast_changed ON forecast (change_since, jar_id) WHERE change_since IS NOT NULL;
CREATE INDEX delivery_by_day ON delivery (day, id, stage, customer_id);
CREATE INDEX delivery_open ON delivery (planned_for, id, customer_id) WHERE stage = 'planned';
CREATE INDEX customer_in_area ON customer (id, area);
CREATE UNIQUE INDEX customer_external ON customer (external) WHERE external IS NOT NULL;
CREATE UNIQUE INDEX delivery_external ON delivery (external) WHERE external IS NOT NULL;
CREATE INDEX action_of_file ON action (fingerprint, id) WHERE fingerprint IS NOT NULL;
CREATE INDEX entry_of_customer ON entry (customer_id, day, id);
CREATE INDEX entry_by_day ON entry (day, customer_id);
CREATE INDEX entry_of_delivery ON entry (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE UNIQUE INDEX entry_external ON entry (external) WHERE external IS NOT NULL;
CREATE INDEX skip_of_customer ON skip (customer_id, until);
CREATE INDEX skip_of_product ON skip (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX forecast_capped ON forecast (jar_id) WHERE calculated IS NOT NULL;
CREATE INDEX promise_met_of_customer ON promise_met (customer_id);
CREATE INDEX customer_birthday ON customer (substr(birthday, -5), id)
 WHERE birthday IS NOT NULL AND left_on IS NULL;
CREATE INDEX phone_by_number ON phone (number, customer_id);
CREATE INDEX customer_by_people ON customer (adults + children + elders, id);
CREATE INDEX customer_by_phone ON customer (phones, id);
CREATE INDEX customer_by_tags ON customer (tags, id);
CREATE INDEX customer_former ON customer (left_on) WHERE left_on IS NOT NULL;
CREATE INDEX entry_agreement ON entry (customer_id, day, id) WHERE kind = 'agreement';
COMMIT;
PRAGMA application_id=1919509349;
PRAGMA user_version=24;
