-- Consent is said for each channel: the channels that a customer agreed to, `none`, or `unknown`. Who had agreed to
-- messages agreed to all of them.
ALTER TABLE customer ADD COLUMN agreed TEXT NOT NULL DEFAULT 'unknown'
    CHECK (agreed IN ('unknown', 'none', 'phone', 'message', 'email', 'phone,message', 'phone,email', 'message,email',
                      'phone,message,email'));
UPDATE customer SET agreed = iif(consent = 'yes', 'phone,message,email', 'none') WHERE consent <> 'unknown';
ALTER TABLE customer DROP COLUMN consent;
ALTER TABLE customer RENAME COLUMN agreed TO consent;

-- The journal puts back rows of this format only.
UPDATE change
   SET before = json_replace(before, '$.consent', iif(before ->> 'consent' = 'yes', 'phone,message,email', 'none'))
 WHERE tbl = 'customer' AND before IS NOT NULL AND before ->> 'consent' IN ('yes', 'no');

-- The number of days for which a new book of tickets can be used; NULL for ever.
ALTER TABLE shop ADD COLUMN tickets_valid INTEGER CHECK (tickets_valid BETWEEN 1 AND 3650);
