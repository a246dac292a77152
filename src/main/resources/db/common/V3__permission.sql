-- Who may do what where.

-- The language of the desk that a person chose; empty for the newspaper's own.
ALTER TABLE person ADD COLUMN language TEXT NOT NULL DEFAULT '';

-- The sections that a desk editor edits (none: all of them), and those in which somebody is trusted to publish their own
-- stories. Does not refer to the table of sections on purpose: a row that vanished with its section would make an editor
-- of one section an editor of all.
CREATE TABLE person_section (
    person  TEXT NOT NULL REFERENCES person (id),
    section TEXT NOT NULL,
    bond    TEXT NOT NULL,               -- edits, trusted
    PRIMARY KEY (person, section, bond)
);

-- The actor who began it, as in audit.
ALTER TABLE story ADD COLUMN begun_by TEXT NOT NULL DEFAULT '';
UPDATE story SET begun_by = (SELECT created_by FROM revision WHERE revision.story = story.number AND revision.ordinal = 1);
