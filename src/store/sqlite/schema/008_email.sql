-- The address of a customer's electronic mail; empty if it is not known.

ALTER TABLE customer ADD COLUMN email TEXT NOT NULL DEFAULT '';
