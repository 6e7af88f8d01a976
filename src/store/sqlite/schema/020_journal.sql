-- Changes are recorded by the program and not by triggers of the file, whose JSON made each start read
-- and parse 30 kB of statements. What another program writes is in no line of the journal.
DROP TRIGGER IF EXISTS journal_shop_insert;
DROP TRIGGER IF EXISTS journal_shop_update;
DROP TRIGGER IF EXISTS journal_shop_delete;
DROP TRIGGER IF EXISTS journal_holiday_insert;
DROP TRIGGER IF EXISTS journal_holiday_update;
DROP TRIGGER IF EXISTS journal_holiday_delete;
DROP TRIGGER IF EXISTS journal_area_insert;
DROP TRIGGER IF EXISTS journal_area_update;
DROP TRIGGER IF EXISTS journal_area_delete;
DROP TRIGGER IF EXISTS journal_customer_insert;
DROP TRIGGER IF EXISTS journal_customer_update;
DROP TRIGGER IF EXISTS journal_customer_delete;
DROP TRIGGER IF EXISTS journal_household_change_insert;
DROP TRIGGER IF EXISTS journal_household_change_update;
DROP TRIGGER IF EXISTS journal_household_change_delete;
DROP TRIGGER IF EXISTS journal_away_insert;
DROP TRIGGER IF EXISTS journal_away_update;
DROP TRIGGER IF EXISTS journal_away_delete;
DROP TRIGGER IF EXISTS journal_product_insert;
DROP TRIGGER IF EXISTS journal_product_update;
DROP TRIGGER IF EXISTS journal_product_delete;
DROP TRIGGER IF EXISTS journal_stock_move_insert;
DROP TRIGGER IF EXISTS journal_stock_move_update;
DROP TRIGGER IF EXISTS journal_stock_move_delete;
DROP TRIGGER IF EXISTS journal_jar_insert;
DROP TRIGGER IF EXISTS journal_jar_update;
DROP TRIGGER IF EXISTS journal_jar_delete;
DROP TRIGGER IF EXISTS journal_delivery_insert;
DROP TRIGGER IF EXISTS journal_delivery_update;
DROP TRIGGER IF EXISTS journal_delivery_delete;
DROP TRIGGER IF EXISTS journal_delivery_line_insert;
DROP TRIGGER IF EXISTS journal_delivery_line_update;
DROP TRIGGER IF EXISTS journal_delivery_line_delete;
DROP TRIGGER IF EXISTS journal_reading_insert;
DROP TRIGGER IF EXISTS journal_reading_update;
DROP TRIGGER IF EXISTS journal_reading_delete;
DROP TRIGGER IF EXISTS journal_entry_insert;
DROP TRIGGER IF EXISTS journal_entry_update;
DROP TRIGGER IF EXISTS journal_entry_delete;
DROP TRIGGER IF EXISTS journal_follow_up_insert;
DROP TRIGGER IF EXISTS journal_follow_up_update;
DROP TRIGGER IF EXISTS journal_follow_up_delete;
DROP TRIGGER IF EXISTS journal_contact_insert;
DROP TRIGGER IF EXISTS journal_contact_update;
DROP TRIGGER IF EXISTS journal_contact_delete;
DROP TRIGGER IF EXISTS journal_skip_insert;
DROP TRIGGER IF EXISTS journal_skip_update;
DROP TRIGGER IF EXISTS journal_skip_delete;

-- The open action is known to the transaction that opened it.
DROP TABLE open_action;

-- Derived: the telephone numbers of customers, as they are compared. A new customer is compared with
-- those who have one of their numbers, and not with everybody.
CREATE TABLE phone (
    customer_id  INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    number       TEXT    NOT NULL CHECK (number <> ''),
    PRIMARY KEY (customer_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX phone_by_number ON phone (number, customer_id);
