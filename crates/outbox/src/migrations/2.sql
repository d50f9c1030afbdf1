-- Deliveries wait, are tried, and settle; files are kept in the app's own spool meanwhile.

-- The app's own copies, each content once. The file's name in the spool is its hash.
CREATE TABLE spool (
  hash TEXT PRIMARY KEY,      -- BLAKE3, 64 hexadecimal digits
  size INTEGER NOT NULL,      -- bytes
  modified INTEGER NOT NULL   -- of the copy, nanoseconds since 1970: what tells that somebody changed it
) STRICT, WITHOUT ROWID;

-- A draft's file that the app has a copy of is read from there; the others from where they lie.
ALTER TABLE draft_file ADD COLUMN hash TEXT REFERENCES spool;

ALTER TABLE delivery RENAME TO delivery_1;
ALTER TABLE delivery_file RENAME TO delivery_file_1;
ALTER TABLE attempt RENAME TO attempt_1;
DROP INDEX attempt_of_delivery;

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL,
  account_name TEXT NOT NULL,
  ticket TEXT NOT NULL,
  lead TEXT NOT NULL,
  changes TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('waiting', 'sending', 'done', 'refused', 'may_be_done', 'cancelled')),
  -- A refused one that a person has put away.
  attended INTEGER NOT NULL DEFAULT 0,
  -- Done by a person's word.
  said_done INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  -- What reading the ticket showed, while it may be done.
  finding TEXT
) STRICT;

CREATE TABLE delivery_file (
  delivery INTEGER NOT NULL REFERENCES delivery ON DELETE CASCADE,
  place INTEGER NOT NULL,
  path BLOB NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  -- The copy in the spool; none once the delivery needs it no longer.
  hash TEXT REFERENCES spool,
  PRIMARY KEY (delivery, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_file_of_hash ON delivery_file (hash) WHERE hash IS NOT NULL;

-- One request made for a delivery. `released_at` is the line of no return: the request's last bytes leave only
-- when it is on the disk. How far it came is known when it ended under the app's eyes.
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery INTEGER NOT NULL REFERENCES delivery ON DELETE CASCADE,
  started_at INTEGER NOT NULL,
  released_at INTEGER,
  ended_at INTEGER,
  interrupted INTEGER NOT NULL DEFAULT 0,
  sent INTEGER,
  total INTEGER,
  receipt TEXT,
  failure TEXT,
  -- The answer's body, apart and last, so that lists do not read it.
  body TEXT,
  CHECK (receipt IS NULL OR failure IS NULL)
) STRICT;

INSERT INTO delivery (id, account, account_name, ticket, lead, changes, state, attended, created_at, settled_at)
SELECT id, account, account_name, ticket, lead, changes,
  CASE
    WHEN receipt IS NOT NULL THEN 'done'
    WHEN failure IS NULL OR json_extract(failure, '$.effect') = 'may_be_done' THEN 'may_be_done'
    WHEN json_extract(failure, '$.code') = 'cancelled' THEN 'cancelled'
    ELSE 'refused'
  END,
  1, started_at, coalesce(ended_at, started_at)
FROM (
  SELECT delivery_1.*, attempt_1.started_at, attempt_1.ended_at, attempt_1.receipt, attempt_1.failure
  FROM delivery_1 JOIN attempt_1 ON attempt_1.delivery = delivery_1.id
  WHERE attempt_1.id = (SELECT max(id) FROM attempt_1 AS last WHERE last.delivery = delivery_1.id)
);
INSERT INTO delivery_file SELECT delivery, place, path, name, size, modified, NULL FROM delivery_file_1;
-- They were sent without a line of no return, so each may have crossed it.
INSERT INTO attempt (id, delivery, started_at, released_at, ended_at, interrupted, receipt, failure)
SELECT id, delivery, started_at, started_at, ended_at, receipt IS NULL AND failure IS NULL, receipt, failure
FROM attempt_1;

DROP TABLE attempt_1;
DROP TABLE delivery_file_1;
DROP TABLE delivery_1;

CREATE INDEX attempt_of_delivery ON attempt (delivery, id);
CREATE INDEX attempt_under_way ON attempt (id) WHERE ended_at IS NULL AND interrupted = 0;
CREATE INDEX delivery_on_the_way ON delivery (id) WHERE state IN ('waiting', 'sending');
CREATE INDEX delivery_needs_you ON delivery (id) WHERE state = 'may_be_done' OR (state = 'refused' AND attended = 0);
-- Who goes before whom.
CREATE INDEX delivery_in_order ON delivery (account, ticket, id)
  WHERE state IN ('waiting', 'sending', 'may_be_done');
CREATE INDEX delivery_of_state ON delivery (state, id);
CREATE INDEX delivery_of_account ON delivery (account, id);
CREATE INDEX delivery_of_account_and_state ON delivery (account, state, id);
CREATE INDEX delivery_of_day ON delivery (created_at);

-- What can be searched, without a second copy of it and without places: a word is there or it is not. Beginnings
-- have an index of their own, up to the length of common words: without it, all that begins so is merged first. `marks` holds the state and the account as words that nobody can type.
CREATE VIRTUAL TABLE search USING fts5 (
  ticket, account, changes, files, answers, marks,
  content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7 8 9 10 11 12',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);
INSERT INTO search (rowid, ticket, account, changes, files, answers, marks)
SELECT id, ticket, account_name,
  (SELECT group_concat(json_extract(value, '$.field') || ' ' || json_extract(value, '$.value'), ' ')
   FROM json_each(delivery.changes)),
  (SELECT group_concat(name, ' ') FROM delivery_file WHERE delivery_file.delivery = delivery.id),
  (SELECT group_concat(coalesce(json_extract(receipt, '$.message'), json_extract(failure, '$.answer.reason'),
                                json_extract(failure, '$.answer.message')), ' ')
   FROM attempt WHERE attempt.delivery = delivery.id),
  char(0xE000) || 'is' || replace(state, '_', '') || ' ' || char(0xE000) || 'by' || lower(hex(account))
    || CASE WHEN state = 'may_be_done' THEN ' ' || char(0xE000) || 'needsyou' ELSE '' END
FROM delivery;
