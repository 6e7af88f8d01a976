-- Money held for a container that is lent.

INSERT INTO entry_kind (name) VALUES ('deposit');
