-- Tickets as they were when they were read: shown at once when their number is typed again, and without a connection.
CREATE TABLE ticket_seen (
  account TEXT NOT NULL,
  ticket TEXT NOT NULL,
  details TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (account, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_seen_when ON ticket_seen (read_at);

-- Leads that were looked up: tickets name theirs by ID only.
CREATE TABLE lead_seen (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL
) STRICT, WITHOUT ROWID;
