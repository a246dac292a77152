-- What newspapers decide about their site, sections as a tree, and tags and authors that are kept in order.

-- The newest version is in force; none ever changes.
CREATE TABLE site_settings (
    version  BIGINT PRIMARY KEY,
    at       BIGINT NOT NULL,
    actor    TEXT NOT NULL,
    settings TEXT NOT NULL                  -- JSON
);

-- A section that was merged stays as a row, because revisions point to it; it is read as the one it was merged into.
ALTER TABLE section ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE section ADD COLUMN in_navigation INTEGER NOT NULL DEFAULT 1;
ALTER TABLE section ADD COLUMN merged_into TEXT;
ALTER TABLE section ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- fold and stem are made by the program: what is alike in writing, and what may be the same word. stories is derived.
ALTER TABLE tag ADD COLUMN fold TEXT NOT NULL DEFAULT '';
ALTER TABLE tag ADD COLUMN stem TEXT NOT NULL DEFAULT '';
ALTER TABLE tag ADD COLUMN stories BIGINT NOT NULL DEFAULT 0;
ALTER TABLE tag ADD COLUMN merged_into TEXT;
ALTER TABLE tag ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
UPDATE tag SET stories = (SELECT COUNT(*) FROM live_tag WHERE live_tag.tag = tag.id);
CREATE INDEX tag_stories ON tag (edition, stories, sort_key, id);
CREATE INDEX tag_stem ON tag (edition, stem);

ALTER TABLE author ADD COLUMN fold TEXT NOT NULL DEFAULT '';
ALTER TABLE author ADD COLUMN stem TEXT NOT NULL DEFAULT '';
ALTER TABLE author ADD COLUMN stories BIGINT NOT NULL DEFAULT 0;
ALTER TABLE author ADD COLUMN merged_into TEXT;
ALTER TABLE author ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE author ADD COLUMN person TEXT;
UPDATE author SET stories = (SELECT COUNT(*) FROM live_author WHERE live_author.author = author.id);
CREATE INDEX author_stories ON author (edition, stories, sort_key, id);
CREATE INDEX author_stem ON author (edition, stem);

-- The slugs that sections, tags and authors once had lead to what they are now.
CREATE TABLE old_slug (
    kind    TEXT NOT NULL,                  -- section, tag, author
    edition TEXT NOT NULL REFERENCES edition (id),
    slug    TEXT NOT NULL,
    now     TEXT NOT NULL,                  -- id
    PRIMARY KEY (kind, edition, slug)
);
