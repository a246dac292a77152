-- What the pages of the site are made from: places, topics, the archive by days, corrections, and what is read most.

-- A tag that has an introduction is a topic.
ALTER TABLE tag ADD COLUMN introduction TEXT NOT NULL DEFAULT '';

-- Derived from live revisions: a town stands below its province, and its stories are the province's as well.
CREATE TABLE place (
    edition  TEXT NOT NULL REFERENCES edition (id),
    slug     TEXT NOT NULL,                 -- of the whole: مهرکوه, مهرکوه-ساوران
    name     TEXT NOT NULL,                 -- of the place alone: ساوران
    parent   TEXT NOT NULL,                 -- slug of the province; empty for one
    sort_key TEXT NOT NULL,
    stories  BIGINT NOT NULL,
    PRIMARY KEY (edition, slug)
);
CREATE INDEX place_parent ON place (edition, parent, sort_key, slug);

CREATE TABLE live_place (
    edition           TEXT NOT NULL,
    place             TEXT NOT NULL,
    first_released_at BIGINT NOT NULL,
    story             BIGINT NOT NULL REFERENCES story (number),
    PRIMARY KEY (edition, place, first_released_at, story)
);
CREATE INDEX live_place_story ON live_place (story);

-- Derived: how many live stories were first released on a day, so that nobody counts them.
CREATE TABLE archive_day (
    edition TEXT NOT NULL REFERENCES edition (id),
    day     TEXT NOT NULL,                  -- ISO 8601 date in the zone of archive_zone
    type    TEXT NOT NULL,
    stories BIGINT NOT NULL,                -- more than none
    PRIMARY KEY (edition, day, type)
);

-- In which zone an edition's days were counted; an edition without a row has not been counted, nor its places gathered.
CREATE TABLE archive_zone (
    edition TEXT PRIMARY KEY REFERENCES edition (id),
    zone    TEXT NOT NULL
);

-- For the days of the archive, and lists of one type.
CREATE INDEX story_live_type ON story (edition, release, type, first_released_at, number);

ALTER TABLE correction ADD COLUMN edition TEXT NOT NULL DEFAULT '';
UPDATE correction SET edition = (SELECT story.edition FROM story WHERE story.number = correction.story);
CREATE INDEX correction_newest ON correction (edition, created_at, id);

-- How often stories were opened, hour by hour; what is older than two days is kept by days, and then forgotten.
CREATE TABLE hourly_reads (
    edition TEXT NOT NULL,
    hour    BIGINT NOT NULL,                -- hours since 1970 (UTC)
    story   BIGINT NOT NULL,
    reads   BIGINT NOT NULL,
    PRIMARY KEY (edition, hour, story)
);
CREATE TABLE daily_reads (
    edition TEXT NOT NULL,
    day     BIGINT NOT NULL,                -- days since 1970 (UTC)
    story   BIGINT NOT NULL,
    reads   BIGINT NOT NULL,
    PRIMARY KEY (edition, day, story)
);
