-- How the shop writes 4/3: month first (mdy, 3 April) or day first (dmy, 4 March); NULL if it has not said.

ALTER TABLE shop ADD COLUMN date_order TEXT CHECK (date_order IN ('mdy', 'dmy'));
