-- The front page of an edition. What editors work on is a draft, of which each act makes a new version; what readers
-- have had are revisions, which never change: the one with the highest ordinal is theirs now. Before the first revision,
-- front_slot holds what stood there.

CREATE TABLE front_revision (
    edition TEXT NOT NULL REFERENCES edition (id),
    ordinal BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    actor   TEXT NOT NULL,
    reason  TEXT NOT NULL,               -- publish, place, withdraw
    front   TEXT NOT NULL,               -- JSON: what stands where by hand, and how the rest is filled
    PRIMARY KEY (edition, ordinal)
);

CREATE TABLE front_draft (
    edition  TEXT NOT NULL REFERENCES edition (id),
    version  BIGINT NOT NULL,
    undo_to  BIGINT NOT NULL,            -- the version that undo leads back to, 0 when there is none
    at       BIGINT NOT NULL,
    actor    TEXT NOT NULL,
    front    TEXT NOT NULL,
    PRIMARY KEY (edition, version)
);
