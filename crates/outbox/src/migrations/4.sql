-- Besides an update, a new ticket and a note can be sent off. What is typed for one of them is kept beside the others.
ALTER TABLE draft ADD COLUMN job TEXT NOT NULL DEFAULT 'update' CHECK (job IN ('update', 'new_ticket', 'note'));
-- The lead of a new ticket; `lead` is that of the ticket that the number names.
ALTER TABLE draft ADD COLUMN customer TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';
ALTER TABLE draft ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- The ticket of a new one is empty until the server has named it.
ALTER TABLE delivery ADD COLUMN job TEXT NOT NULL DEFAULT 'update' CHECK (job IN ('update', 'new_ticket', 'note'));
ALTER TABLE delivery ADD COLUMN note TEXT NOT NULL DEFAULT '';
