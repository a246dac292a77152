-- Who covers what, when and where: what is planned, until it becomes a story.
CREATE TABLE plan (
    id         TEXT PRIMARY KEY,
    edition    TEXT NOT NULL REFERENCES edition (id),
    version    INTEGER NOT NULL,           -- counts changes, so that nobody overwrites what they have not seen
    title      TEXT NOT NULL,
    section    TEXT REFERENCES section (id),
    day        TEXT NOT NULL,              -- ISO 8601 date in the newspaper's zone
    clock      TEXT NOT NULL,              -- HH:MM, or empty for some time that day
    place      TEXT NOT NULL,
    notes      TEXT NOT NULL,
    words      INTEGER NOT NULL,           -- expected length, 0 when nobody has said
    pictures   INTEGER NOT NULL,           -- expected pictures
    cancelled  INTEGER NOT NULL,           -- 1 when it will not be covered
    story      BIGINT REFERENCES story (number),
    begun_by   TEXT NOT NULL,              -- the actor, as in audit
    created_at BIGINT NOT NULL
);
CREATE INDEX plan_day ON plan (day, clock, id);
CREATE INDEX plan_story ON plan (story);

CREATE TABLE plan_person (
    plan   TEXT NOT NULL REFERENCES plan (id),
    person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (plan, person)
);
CREATE INDEX plan_person_person ON plan_person (person);
