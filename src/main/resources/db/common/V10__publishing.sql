-- When stories go out: embargoes, updates at a moment to come, and alarms about what did not go out.

-- Nobody releases the story before this moment.
ALTER TABLE story ADD COLUMN embargo_until BIGINT;

-- What a scheduled update of a released story is to readers: major or minor. scheduled_at and scheduled_revision may now
-- stand beside a live or withdrawn release, which stays as it is until then.
ALTER TABLE story ADD COLUMN scheduled_weight TEXT NOT NULL DEFAULT 'major';

-- scheduled_at alone decides what is due, whatever readers have until then
DROP INDEX story_scheduled;
CREATE INDEX story_due ON story (scheduled_at) WHERE scheduled_at IS NOT NULL;

CREATE TABLE alarm (
    id              TEXT PRIMARY KEY,
    story           BIGINT NOT NULL REFERENCES story (number),
    due_at          BIGINT NOT NULL,
    kind            TEXT NOT NULL,      -- refused, late, failed
    detail          TEXT NOT NULL,      -- JSON: the problems, or what failed
    raised_at       BIGINT NOT NULL,
    acknowledged_at BIGINT,
    acknowledged_by TEXT NOT NULL DEFAULT '',
    solved_at       BIGINT,
    UNIQUE (story, due_at, kind)
);
CREATE INDEX alarm_open ON alarm (raised_at) WHERE solved_at IS NULL;

-- For the numbers: what was released when.
CREATE INDEX story_first_released ON story (first_released_at);
