-- The place that a delivery is for: host, organisation and lead host, as JSON. One of an earlier version takes that of
-- its account when it is first looked at.
ALTER TABLE delivery ADD COLUMN place TEXT;
