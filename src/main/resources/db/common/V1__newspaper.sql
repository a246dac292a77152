-- The newspaper. The SQL subset that SQLite and PostgreSQL share: ids are UUIDv7 text made by the program, times are
-- epoch milliseconds (UTC), lists inside a row are JSON text that SQL never looks into.

CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE edition (
    id       TEXT PRIMARY KEY,           -- BCP 47, also the first part of its addresses: fa, en
    position INTEGER NOT NULL
);

CREATE TABLE section (
    id       TEXT PRIMARY KEY,
    edition  TEXT NOT NULL REFERENCES edition (id),
    slug     TEXT NOT NULL,
    name     TEXT NOT NULL,
    parent   TEXT REFERENCES section (id),
    position INTEGER NOT NULL,
    UNIQUE (edition, slug)
);

CREATE TABLE tag (
    id       TEXT PRIMARY KEY,
    edition  TEXT NOT NULL REFERENCES edition (id),
    slug     TEXT NOT NULL,
    name     TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    UNIQUE (edition, slug)
);

-- A public byline with a page of its own; not an account.
CREATE TABLE author (
    id       TEXT PRIMARY KEY,
    edition  TEXT NOT NULL REFERENCES edition (id),
    slug     TEXT NOT NULL,
    name     TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    biography TEXT NOT NULL DEFAULT '',
    picture  TEXT,
    UNIQUE (edition, slug)
);

-- An account at the desk.
CREATE TABLE person (
    id          TEXT PRIMARY KEY,
    email       TEXT NOT NULL UNIQUE,    -- lower case
    name        TEXT NOT NULL,
    role        TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE sign_in_link (
    token_hash TEXT PRIMARY KEY,         -- SHA-256 of the token: a stolen database signs nobody in
    person     TEXT NOT NULL REFERENCES person (id),
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    address    TEXT NOT NULL,
    agent      TEXT NOT NULL
);
CREATE INDEX session_person ON session (person);

CREATE TABLE asset (
    id         TEXT PRIMARY KEY,
    blob       TEXT NOT NULL,            -- SHA-256 of the original
    media_type TEXT NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    credit     TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL
);

-- Derived: the sizes that readers get.
CREATE TABLE rendition (
    asset      TEXT NOT NULL REFERENCES asset (id),
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    blob       TEXT NOT NULL,
    PRIMARY KEY (asset, width, media_type)
);
CREATE INDEX rendition_blob ON rendition (blob);

CREATE TABLE story (
    number            BIGINT PRIMARY KEY,     -- never reused
    edition           TEXT NOT NULL REFERENCES edition (id),
    translation_group TEXT NOT NULL,
    type              TEXT NOT NULL,
    stage             TEXT NOT NULL,
    newest_revision   TEXT NOT NULL,
    release           TEXT NOT NULL,          -- unreleased, scheduled, live, withdrawn
    live_revision     TEXT,                   -- what readers see; null unless live
    scheduled_revision TEXT,
    scheduled_at      BIGINT,
    first_released_at BIGINT,
    released_at       BIGINT,                 -- of the live revision
    withdrawn_at      BIGINT,
    withdrawn_reason  TEXT NOT NULL DEFAULT '',
    source_number     TEXT NOT NULL DEFAULT '', -- its number in the system it came from
    note              TEXT NOT NULL DEFAULT '', -- for the desk alone
    created_at        BIGINT NOT NULL,
    live_section      TEXT                    -- derived from the live revision, for lists
);
CREATE INDEX story_live ON story (edition, release, first_released_at, number);
CREATE INDEX story_live_section ON story (live_section, first_released_at, number);
CREATE INDEX story_scheduled ON story (release, scheduled_at);

CREATE TABLE revision (
    id           TEXT PRIMARY KEY,
    story        BIGINT NOT NULL REFERENCES story (number) DEFERRABLE INITIALLY DEFERRED,
    ordinal      INTEGER NOT NULL,
    created_at   BIGINT NOT NULL,
    created_by   TEXT NOT NULL,               -- the actor, as in audit
    kicker       TEXT NOT NULL,
    headline     TEXT NOT NULL,
    subheadlines TEXT NOT NULL,               -- JSON array of text
    lead         TEXT NOT NULL,
    body         TEXT NOT NULL,               -- the editor's JSON
    section      TEXT REFERENCES section (id),
    tags         TEXT NOT NULL,               -- JSON array of tag ids
    authors      TEXT NOT NULL,               -- JSON array of author ids
    dateline     TEXT NOT NULL,
    source       TEXT NOT NULL,
    place        TEXT NOT NULL,
    published    TEXT NOT NULL,               -- on-release, at, unknown
    published_at BIGINT,
    picture      TEXT,                        -- JSON picture block, or null
    UNIQUE (story, ordinal)
);

-- Derived from live revisions, for the pages of tags and authors.
CREATE TABLE live_tag (
    tag               TEXT NOT NULL REFERENCES tag (id),
    story             BIGINT NOT NULL REFERENCES story (number),
    first_released_at BIGINT NOT NULL,
    PRIMARY KEY (tag, first_released_at, story)
);
CREATE INDEX live_tag_story ON live_tag (story);

CREATE TABLE live_author (
    author            TEXT NOT NULL REFERENCES author (id),
    story             BIGINT NOT NULL REFERENCES story (number),
    first_released_at BIGINT NOT NULL,
    PRIMARY KEY (author, first_released_at, story)
);
CREATE INDEX live_author_story ON live_author (story);

CREATE TABLE correction (
    id         TEXT PRIMARY KEY,
    story      BIGINT NOT NULL REFERENCES story (number),
    revision   TEXT NOT NULL REFERENCES revision (id), -- the one that set it right
    text       TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX correction_story ON correction (story, created_at);

-- The front page as an editor set it: at most one story a slot.
CREATE TABLE front_slot (
    edition TEXT NOT NULL REFERENCES edition (id),
    slot    TEXT NOT NULL,               -- lead, second-1 … second-3, opinion-1 … opinion-3
    story   BIGINT NOT NULL REFERENCES story (number),
    PRIMARY KEY (edition, slot)
);

CREATE TABLE audit (
    id      TEXT PRIMARY KEY,
    at      BIGINT NOT NULL,
    actor   TEXT NOT NULL,               -- person:ID, technician, timer
    address TEXT NOT NULL,
    action  TEXT NOT NULL,
    story   BIGINT,
    revision TEXT,
    detail  TEXT NOT NULL
);
CREATE INDEX audit_story ON audit (story, at);

-- What happened, in order, for everything that is derived.
CREATE TABLE outbox (
    position BIGINT PRIMARY KEY,
    at       BIGINT NOT NULL,
    event    TEXT NOT NULL,
    story    BIGINT
);

CREATE TABLE outbox_cursor (
    consumer TEXT PRIMARY KEY,
    position BIGINT NOT NULL
);

INSERT INTO counter (name, value) VALUES ('outbox', 0);
