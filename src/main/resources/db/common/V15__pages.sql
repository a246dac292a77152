-- Addresses that lead on, pages that stay, and news that cannot wait.

CREATE TABLE redirect (
    path       TEXT PRIMARY KEY,            -- decoded, without a slash at the end
    target     TEXT NOT NULL,               -- a path here or an address elsewhere; empty for 410
    status     INTEGER NOT NULL,            -- 301, 302, 410
    hits       BIGINT NOT NULL,
    hit_at     BIGINT,
    version    BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    actor      TEXT NOT NULL
);
CREATE INDEX redirect_target ON redirect (target);

CREATE TABLE static_page (
    id       TEXT PRIMARY KEY,
    edition  TEXT NOT NULL REFERENCES edition (id),
    slug     TEXT NOT NULL,
    position INTEGER NOT NULL,              -- in the foot of every page
    newest   BIGINT NOT NULL,               -- ordinal of the newest revision
    live     BIGINT,                        -- ordinal of the one that readers have; null when they have none
    UNIQUE (edition, slug)
);

CREATE TABLE static_page_revision (
    page    TEXT NOT NULL REFERENCES static_page (id),
    ordinal BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    actor   TEXT NOT NULL,
    title   TEXT NOT NULL,
    body    TEXT NOT NULL,                  -- the editor's JSON
    PRIMARY KEY (page, ordinal)
);

CREATE TABLE breaking_news (
    edition  TEXT PRIMARY KEY REFERENCES edition (id),
    version  BIGINT NOT NULL,
    shown    INTEGER NOT NULL,
    text     TEXT NOT NULL,
    story    BIGINT REFERENCES story (number),
    until_at BIGINT,
    at       BIGINT NOT NULL,
    actor    TEXT NOT NULL
);
