-- A draft's files have an order of their own, and one that was taken out can be put back.
ALTER TABLE draft_file ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
-- The number of its removal: the higher, the later. None for one that is in the draft.
ALTER TABLE draft_file ADD COLUMN removed INTEGER;
UPDATE draft_file SET place = id;

-- Whether an attempt of this outbox may have changed a ticket since it was read.
CREATE INDEX delivery_of_ticket ON delivery (account, ticket, id);
