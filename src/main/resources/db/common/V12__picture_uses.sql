-- Derived: which stories use which pictures, in their newest revision (live = 0) and before readers (live = 1).
CREATE TABLE picture_use (
    asset TEXT NOT NULL,
    story BIGINT NOT NULL REFERENCES story (number),
    live  INTEGER NOT NULL,
    PRIMARY KEY (asset, story, live)
);
CREATE INDEX picture_use_story ON picture_use (story);
