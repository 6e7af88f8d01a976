-- The methods of payment that the shop takes, between semicolons; empty is the usual ones of its language.
ALTER TABLE shop ADD COLUMN methods TEXT NOT NULL DEFAULT '';
-- The number that another system gave a payment: of a transfer, a cheque.
ALTER TABLE entry ADD COLUMN reference TEXT NOT NULL DEFAULT '';
-- A balance to which a customer agreed: an entry that changes nothing, and that `check` verifies.
INSERT INTO entry_kind (name) VALUES ('agreement');
CREATE INDEX entry_agreement ON entry (customer_id, day, id) WHERE kind = 'agreement';
