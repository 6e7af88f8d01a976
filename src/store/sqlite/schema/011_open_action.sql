-- The action under which the triggers of the journal record changes: `open_action` names it in the
-- transaction of the change. It stays named afterwards, so that a change made with another tool is
-- recorded under the newest action, as it was before.

CREATE TABLE open_action (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    action_id  INTEGER NOT NULL REFERENCES action (id)
) STRICT;
INSERT INTO open_action (id, action_id) SELECT 1, id FROM action ORDER BY id DESC LIMIT 1;
