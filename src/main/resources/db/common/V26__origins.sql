-- Where a story came from: what is taken in again is the story that is there already.
CREATE TABLE story_origin (
    source    TEXT NOT NULL,                -- the system: wordpress:example.org
    source_id TEXT NOT NULL,                -- what it is called there
    story     BIGINT NOT NULL REFERENCES story (number),
    PRIMARY KEY (source, source_id)
);
CREATE INDEX story_origin_story ON story_origin (story);
