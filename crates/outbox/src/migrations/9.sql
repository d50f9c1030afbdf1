-- What was read goes by its age and with its account, as what was sent does. Leads were kept without either: they are
-- read anew.
DROP TABLE lead_seen;
CREATE TABLE lead_seen (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

-- One row. Times are milliseconds since 1970.
CREATE TABLE upkeep (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- The clock as it was at the last look for what is old; none before the first.
  looked_at INTEGER,
  -- On how many more days the clock has to say the same, before anything goes by its age.
  doubts INTEGER NOT NULL DEFAULT 0,
  -- How often something was removed that may still be in the index, the log or a copy.
  erase INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO upkeep (id) VALUES (1);
