-- What comes with the stories of an archive, and from where, so that an archive that is handed over again brings nothing twice.

-- What readers wrote below stories elsewhere, kept for the day when they may write here. Addresses of mail and of machines
-- are left behind: nobody needs them to read what was said.
CREATE TABLE story_comment (
    source    TEXT NOT NULL,                -- the system: wordpress:example.org
    source_id TEXT NOT NULL,                -- what it is called there
    story     BIGINT NOT NULL REFERENCES story (number),
    reply_to  TEXT NOT NULL,                -- source_id of the one it answers, or empty
    name      TEXT NOT NULL,
    site      TEXT NOT NULL,                -- the writer's own page, or empty
    text      TEXT NOT NULL,
    standing  TEXT NOT NULL,                -- shown, waiting
    at        BIGINT NOT NULL,
    PRIMARY KEY (source, source_id)
);
CREATE INDEX story_comment_story ON story_comment (story, at);

CREATE TABLE page_origin (
    source    TEXT NOT NULL,
    source_id TEXT NOT NULL,
    page      TEXT NOT NULL REFERENCES static_page (id),
    PRIMARY KEY (source, source_id)
);

CREATE TABLE asset_origin (
    source    TEXT NOT NULL,
    source_id TEXT NOT NULL,                -- its path in the folder of uploads there
    asset     TEXT NOT NULL REFERENCES asset (id),
    PRIMARY KEY (source, source_id)
);
