-- Prepaid tickets, in an append-only ledger: the row of a sale is a book, and every later row takes tickets from
-- one book, for the goods of a delivery or for money.
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
CREATE INDEX ticket_move_of_customer ON ticket_move (customer_id, product_id);
CREATE INDEX ticket_move_of_product ON ticket_move (product_id);
CREATE INDEX ticket_move_of_book ON ticket_move (book_id) WHERE book_id IS NOT NULL;
CREATE INDEX ticket_move_of_delivery ON ticket_move (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX ticket_move_of_entry ON ticket_move (entry_id) WHERE entry_id IS NOT NULL;

-- The entry that this one takes back, or in whose place it is: its customer, day or amount was wrong.
ALTER TABLE entry ADD COLUMN instead_of INTEGER REFERENCES entry (id);
CREATE INDEX entry_instead_of ON entry (instead_of) WHERE instead_of IS NOT NULL;

-- The entry of the same tab that this one settles before any other: what takes back an entry, or pays for a book.
ALTER TABLE entry ADD COLUMN against INTEGER REFERENCES entry (id);
CREATE INDEX entry_against ON entry (against) WHERE against IS NOT NULL;
CREATE INDEX entry_against_of_customer ON entry (customer_id, day) WHERE against IS NOT NULL;
