-- The lines of the checklist at the door for a product, parted by semicolons; empty is what is usual for its kind.
ALTER TABLE product ADD COLUMN door_checklist TEXT NOT NULL DEFAULT '';
