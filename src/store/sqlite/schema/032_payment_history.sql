-- Derived: how the due days of a customer went of which nothing is open any more, and the day of the first entry.
-- Which days those are follows from paydays; the program counts them when a file is brought up to date.
ALTER TABLE standing ADD COLUMN settled_times INTEGER NOT NULL DEFAULT 0 CHECK (settled_times >= 0);
ALTER TABLE standing ADD COLUMN settled_on_time INTEGER NOT NULL DEFAULT 0 CHECK (settled_on_time >= 0);
ALTER TABLE standing ADD COLUMN settled_late_days INTEGER NOT NULL DEFAULT 0 CHECK (settled_late_days >= 0);
ALTER TABLE standing ADD COLUMN first_entry TEXT;
