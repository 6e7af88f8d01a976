-- What an import needs to recognise a file, or a row, that it has read before.

-- The reference of another system by which a row was imported; NULL if it has none.
ALTER TABLE customer ADD COLUMN external TEXT CHECK (external <> '');
ALTER TABLE delivery ADD COLUMN external TEXT CHECK (external <> '');
ALTER TABLE entry ADD COLUMN external TEXT CHECK (external <> '');
CREATE UNIQUE INDEX customer_external ON customer (external) WHERE external IS NOT NULL;
CREATE UNIQUE INDEX delivery_external ON delivery (external) WHERE external IS NOT NULL;
CREATE UNIQUE INDEX entry_external ON entry (external) WHERE external IS NOT NULL;

-- Of an import, the SHA-256 of the bytes of its file, in hexadecimal digits.
ALTER TABLE action ADD COLUMN fingerprint TEXT;
CREATE INDEX action_of_file ON action (fingerprint, id) WHERE fingerprint IS NOT NULL;
