-- Sums of debts, the number of jars to review and households sorted by their people are read from one index each.
DROP INDEX standing_owing;
CREATE INDEX standing_owing ON standing (oldest_due, customer_id, balance, open) WHERE oldest_due IS NOT NULL;

DROP INDEX forecast_changed;
DROP INDEX forecast_capped;
CREATE INDEX forecast_to_review ON forecast (coalesce(change_since, anchor), jar_id)
 WHERE change_since IS NOT NULL OR calculated IS NOT NULL;

CREATE INDEX household_change_by_people ON household_change (adults + children + elders, customer_id);
