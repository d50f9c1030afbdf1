-- What a person is putting together: one row, and its files in the order in which they were added.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ticket TEXT NOT NULL,
  lead TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;
INSERT INTO draft VALUES (1, '', '', '[]');

CREATE TABLE draft_file (
  -- Never used twice, so that a screen that is a moment behind cannot mean another file.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path BLOB NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL
) STRICT;

-- A draft that was sent off, as it was then. Times are milliseconds since 1970.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL,
  account_name TEXT NOT NULL,
  ticket TEXT NOT NULL,
  lead TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;

CREATE TABLE delivery_file (
  delivery INTEGER NOT NULL REFERENCES delivery ON DELETE CASCADE,
  place INTEGER NOT NULL,
  path BLOB NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  PRIMARY KEY (delivery, place)
) STRICT, WITHOUT ROWID;

-- One request made for a delivery. It has a receipt, or a failure, or neither while it is under way; one
-- that the app did not live to see the end of is marked when the database is opened again.
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery INTEGER NOT NULL REFERENCES delivery ON DELETE CASCADE,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  interrupted INTEGER NOT NULL DEFAULT 0,
  receipt TEXT,
  failure TEXT,
  CHECK (receipt IS NULL OR failure IS NULL)
) STRICT;
CREATE INDEX attempt_of_delivery ON attempt (delivery, id);
