-- The rules that make follow-ups, of those that the shop has switched off: their names between semicolons.
ALTER TABLE shop ADD COLUMN rules_off TEXT NOT NULL DEFAULT '';
