-- What is being written: one mutable document a story, and the steps that led to it. Revisions are cut from it.

CREATE TABLE working_copy (
    story           BIGINT PRIMARY KEY REFERENCES story (number),
    version         BIGINT NOT NULL,          -- one more with every step, never less
    document        TEXT NOT NULL,            -- the editor's JSON
    cut_version     BIGINT NOT NULL,          -- the version that the newest revision holds
    touched_by      TEXT NOT NULL,            -- the actor who typed last, as in audit; empty before anybody has
    touched_address TEXT NOT NULL,
    touched_at      BIGINT NOT NULL,
    burst_at        BIGINT NOT NULL           -- when the typing began that is not in a revision yet
);
CREATE INDEX working_copy_touched ON working_copy (touched_at);

CREATE TABLE step (
    story   BIGINT NOT NULL REFERENCES story (number),
    version BIGINT NOT NULL,                  -- of the document after it
    client  TEXT NOT NULL,                    -- the editor window that sent it; empty for what came another way
    actor   TEXT NOT NULL,
    at      BIGINT NOT NULL,
    json    TEXT NOT NULL,
    PRIMARY KEY (story, version)
);
CREATE INDEX step_at ON step (at);

ALTER TABLE revision ADD COLUMN cause TEXT NOT NULL DEFAULT 'saved';   -- why it was made, see Cause
ALTER TABLE revision ADD COLUMN name TEXT NOT NULL DEFAULT '';         -- given by an editor
ALTER TABLE revision ADD COLUMN kept INTEGER NOT NULL DEFAULT 1;       -- 0: a later one of the same burst may stand for it
ALTER TABLE revision ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0; -- 1: a later one of the same burst stands for it
ALTER TABLE revision ADD COLUMN version BIGINT;                        -- of the working copy that it holds, if it was cut from one
ALTER TABLE revision ADD COLUMN begun_at BIGINT;                       -- of the burst that it was cut from
