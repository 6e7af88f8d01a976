-- Jars that nobody looks into are forecast otherwise, and a jar that is empty is to be filled at once: the
-- forecasts are made anew, a few customers at a time.
UPDATE learning SET refreshed = 0 WHERE EXISTS (SELECT 1 FROM jar);
