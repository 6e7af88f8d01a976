-- What papers for customers show of the shop; empty is not shown.
ALTER TABLE shop ADD COLUMN address    TEXT NOT NULL DEFAULT '';
ALTER TABLE shop ADD COLUMN phone      TEXT NOT NULL DEFAULT '';
ALTER TABLE shop ADD COLUMN payment_qr TEXT NOT NULL DEFAULT '';
-- The last days of the ages by which debts are reported.
ALTER TABLE shop ADD COLUMN ageing     TEXT NOT NULL DEFAULT '7,30,60';
