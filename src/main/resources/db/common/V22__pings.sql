-- Who is to be told that an address has changed: WebSub hubs and search engines. What is due is still to be told.
CREATE TABLE ping (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,                -- websub, indexnow
    target     TEXT NOT NULL,                -- the address of whoever is told
    about      TEXT NOT NULL,                -- the address that changed
    story      BIGINT NOT NULL,              -- 0 where it is about none
    created_at BIGINT NOT NULL,              -- since when it is tried
    changed_at BIGINT NOT NULL,
    due_at     BIGINT,                       -- null: told, or given up if it has a failure
    tries      INTEGER NOT NULL,
    failure    TEXT NOT NULL,                -- of the last try, in words for the technician
    UNIQUE (target, about)
);
CREATE INDEX ping_due ON ping (due_at, id);
CREATE INDEX ping_story ON ping (story);
