-- Whom news comes from by itself, and how it goes.
CREATE TABLE wire_source (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    origin        TEXT NOT NULL,             -- what its items are known by, also when its address changes
    address       TEXT NOT NULL,             -- http or https, or a folder below wires.folder; may hold a key, so never exported
    format        TEXT NOT NULL,             -- automatic, feed, ninjs, newsml, nitf
    minutes       INTEGER NOT NULL,          -- how often it is asked
    edition       TEXT NOT NULL,
    section       TEXT NOT NULL,             -- a slug; empty for none
    mapping       TEXT NOT NULL,             -- lines such as Sport = sport: their category, the slug of a section here
    credit        TEXT NOT NULL,             -- whom readers are told it is from; empty for what the item says
    rights        TEXT NOT NULL,             -- what the desk is told where the item says nothing
    authors       INTEGER NOT NULL,          -- 1 where the item's authors become bylines
    tags          INTEGER NOT NULL,          -- 1 where the item's subjects become tags
    rule          TEXT NOT NULL,             -- draft, publish, follow
    set_up_by     TEXT NOT NULL,             -- the person with whose rights it publishes
    most          INTEGER NOT NULL,          -- so many new ones at one fetch, the newest
    kept_days     INTEGER NOT NULL,          -- then an untouched draft goes onto the spike; 0 for never
    created_at    BIGINT NOT NULL,
    paused        INTEGER NOT NULL,
    due_at        BIGINT NOT NULL,
    leased_until  BIGINT NOT NULL,           -- until then it is being fetched, and by one process
    fetched_at    BIGINT,                    -- when it last answered
    new_at        BIGINT,                    -- when something new last came
    taken         BIGINT NOT NULL,           -- drafts that came of it
    failures      INTEGER NOT NULL,          -- one after the other
    failing_since BIGINT,
    failure       TEXT NOT NULL,             -- of the last fetch, in words; empty when it went well
    etag          TEXT NOT NULL,
    modified      TEXT NOT NULL              -- as the other server wrote it
);
CREATE INDEX wire_source_due ON wire_source (due_at);

-- Items as they came: the same origin and item are the same story.
CREATE TABLE wire_item (
    origin      TEXT NOT NULL,
    item        TEXT NOT NULL,               -- what it is called there
    story       BIGINT REFERENCES story (number), -- null where none came of it
    standing    TEXT NOT NULL,               -- own: the story is made of it; same: it says what the story says; none
    source_name TEXT NOT NULL,
    rights      TEXT NOT NULL,
    link        TEXT NOT NULL,
    said        TEXT NOT NULL,               -- a hash of the whole item as it came last
    fingerprint TEXT NOT NULL,               -- a hash of its letters and digits; empty where they are too few
    version     BIGINT NOT NULL,             -- as its source counts; 0 where it does not
    changed_at  BIGINT NOT NULL,             -- when its source changed it last; 0 where it does not say
    came_at     BIGINT NOT NULL,
    revision    TEXT NOT NULL,               -- the last that was made of it: while it is the newest, nobody has touched the story
    newer_at    BIGINT,                      -- since when a version waits that was not put over what an editor wrote
    newer       TEXT NOT NULL,               -- that version, as a document; empty without one
    status      TEXT NOT NULL,               -- usable, withheld, canceled
    release     TEXT NOT NULL,               -- wanted, withdrawal-wanted, done, refused; empty where nobody asked for it
    detail      TEXT NOT NULL,               -- why it was refused
    PRIMARY KEY (origin, item)
);
CREATE INDEX wire_item_story ON wire_item (story);
CREATE INDEX wire_item_fingerprint ON wire_item (fingerprint);
CREATE INDEX wire_item_came ON wire_item (origin, came_at);

-- Files of folders that were read, as they were then.
CREATE TABLE wire_file (
    source      TEXT NOT NULL,
    name        TEXT NOT NULL,
    size        BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (source, name)
);
