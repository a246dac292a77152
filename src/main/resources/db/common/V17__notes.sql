-- Notes on a passage of a story, for the newsroom alone.
CREATE TABLE note (
    id          TEXT PRIMARY KEY,
    story       BIGINT NOT NULL REFERENCES story (number),
    version     BIGINT NOT NULL,          -- of the working copy in which the passage stands at these positions
    passage_from INTEGER NOT NULL,
    passage_to  INTEGER NOT NULL,         -- as passage_from when the passage is gone
    quote       TEXT NOT NULL,            -- what the passage said when the note was made
    resolved_at BIGINT,                   -- null while it is open
    resolved_by TEXT NOT NULL DEFAULT ''  -- the actor, as in audit
);
CREATE INDEX note_story ON note (story, resolved_at);

-- What was said in a note: the first is the note itself, the others answer it.
CREATE TABLE note_saying (
    id      TEXT PRIMARY KEY,
    note    TEXT NOT NULL REFERENCES note (id),
    said_by TEXT NOT NULL,                -- the actor, as in audit
    said_at BIGINT NOT NULL,
    text    TEXT NOT NULL
);
CREATE INDEX note_saying_note ON note_saying (note, said_at, id);

-- Who was called by name in it, and when they looked.
CREATE TABLE note_mention (
    saying  TEXT NOT NULL REFERENCES note_saying (id),
    person  TEXT NOT NULL REFERENCES person (id),
    seen_at BIGINT,
    mail_at BIGINT,                       -- when they are to be told by mail, unless they have looked; null when they were
    tries   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (saying, person)
);
CREATE INDEX note_mention_person ON note_mention (person, seen_at);
CREATE INDEX note_mention_mail ON note_mention (mail_at);
