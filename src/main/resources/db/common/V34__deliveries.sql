-- Other systems that are told of what happens.
CREATE TABLE webhook (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    address       TEXT NOT NULL,
    secret        TEXT NOT NULL,             -- what messages are signed with; never exported
    events        TEXT NOT NULL,             -- story.published story.withdrawn …, parted by spaces
    edition       TEXT NOT NULL,             -- empty for all
    section       TEXT NOT NULL,             -- the slug of a section of that edition; empty for all
    created_at    BIGINT NOT NULL,
    failing_since BIGINT,                    -- null while messages arrive
    disabled_at   BIGINT,
    disabled_why  TEXT NOT NULL DEFAULT ''
);

-- Messages to other systems, whoever they are from: a row for each. What is due is still to be sent.
CREATE TABLE delivery (
    id           TEXT PRIMARY KEY,
    kind         TEXT NOT NULL,              -- webhook, activity
    owner        TEXT NOT NULL,              -- the id of the webhook; the actor that says it
    lane         TEXT NOT NULL,              -- one message at a time goes to where this leads
    address      TEXT NOT NULL,
    event        TEXT NOT NULL,
    story        BIGINT NOT NULL,            -- 0 where it is about none
    body         TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    due_at       BIGINT,                     -- null: sent, or given up
    leased_until BIGINT NOT NULL,
    tries        INTEGER NOT NULL,
    ended_at     BIGINT,
    status       INTEGER NOT NULL,           -- of the last answer; 0 without one
    answer       TEXT NOT NULL,              -- how it begins
    failure      TEXT NOT NULL               -- of the last try, in words; empty when it arrived
);
CREATE INDEX delivery_due ON delivery (due_at, id);
CREATE INDEX delivery_lane ON delivery (lane, leased_until);
CREATE INDEX delivery_owner ON delivery (owner, id);
