-- After Send a delivery may be held back for a moment, in which a person can take it back into the draft.

-- A rule of a table that no row breaks may be changed in its text (SQLite's page on ALTER TABLE, 7); making the table
-- anew would take a minute with a million deliveries.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''may_be_done'', ''cancelled''', '''may_be_done'', ''cancelled'', ''held_back''')
WHERE type = 'table' AND name = 'delivery';
PRAGMA writable_schema = RESET;

-- The draft's text as it was at Send, while it can be handed back.
ALTER TABLE delivery ADD COLUMN draft TEXT;
-- A person took it back, and another draft was in the way: it goes only by their word.
ALTER TABLE delivery ADD COLUMN asked_back INTEGER NOT NULL DEFAULT 0;
-- The delivery that a file of the draft went with and can come back from; none for the files of the draft.
ALTER TABLE draft_file ADD COLUMN held INTEGER;

DROP INDEX delivery_on_the_way;
CREATE INDEX delivery_on_the_way ON delivery (id) WHERE state IN ('waiting', 'sending', 'held_back');
DROP INDEX delivery_in_order;
CREATE INDEX delivery_in_order ON delivery (account, ticket, id)
  WHERE state IN ('waiting', 'sending', 'may_be_done', 'held_back');
