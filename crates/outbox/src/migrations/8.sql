-- What went stays known by its hash when the copy is gone: the same file can be told that it went to a ticket before.
-- That of the content that was sent (BLAKE3, 64 hexadecimal digits); none for what an earlier version sent.
ALTER TABLE delivery_file ADD COLUMN content TEXT;
UPDATE delivery_file SET content = hash WHERE hash IS NOT NULL;

-- What the fields that an update sets held before it, by the last reading before its request, as JSON; none where nobody
-- read it.
ALTER TABLE delivery ADD COLUMN was TEXT;
-- The update that a put-back takes back, and what that set, as JSON.
ALTER TABLE delivery ADD COLUMN puts_back TEXT;
