-- A live coverage: the entries of a story of the type live, and what is known of them as a whole.
CREATE TABLE coverage (
    story       BIGINT PRIMARY KEY REFERENCES story (number),
    change      BIGINT NOT NULL,          -- counts every act on the coverage; who knows one can ask what came after it
    last_number BIGINT NOT NULL,          -- the highest that an entry was given
    changed_at  BIGINT NOT NULL,
    finished_at BIGINT                    -- null while it goes on
);

-- An entry stays a row for ever: one that was removed keeps its number, and is not shown again.
CREATE TABLE coverage_entry (
    id             TEXT PRIMARY KEY,      -- made by whoever sends it, so that sending it twice writes it once
    story          BIGINT NOT NULL REFERENCES coverage (story),
    number         BIGINT NOT NULL,       -- within the story
    version        INTEGER NOT NULL,      -- of its text, the newest
    change         BIGINT NOT NULL,       -- of the coverage, the last that touched this entry
    at             BIGINT NOT NULL,       -- the time that readers are told
    key_event      INTEGER NOT NULL,
    pinned         INTEGER NOT NULL,
    written_by     TEXT NOT NULL,         -- the actor, as in audit
    written_at     BIGINT NOT NULL,
    removed_at     BIGINT,
    removed_by     TEXT,
    removed_reason TEXT,
    UNIQUE (story, number)
);
CREATE INDEX coverage_entry_time ON coverage_entry (story, at, number);
CREATE INDEX coverage_entry_change ON coverage_entry (story, change);

-- The texts of an entry: rows are only added.
CREATE TABLE coverage_text (
    entry    TEXT NOT NULL REFERENCES coverage_entry (id),
    version  INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    headline TEXT NOT NULL,
    body     TEXT NOT NULL,               -- JSON, as in revision
    author   TEXT NOT NULL,               -- as readers are told; may be empty
    made_by  TEXT NOT NULL,
    made_at  BIGINT NOT NULL,
    PRIMARY KEY (entry, version)
);
