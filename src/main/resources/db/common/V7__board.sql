-- The board: who works on a story, how urgent it is, how it went from stage to stage; and one card for each story.

-- A story without a row has nobody and the usual priority.
CREATE TABLE story_work (
    story      BIGINT PRIMARY KEY REFERENCES story (number),
    assignee   TEXT REFERENCES person (id),
    claimed_by TEXT REFERENCES person (id),
    claimed_at BIGINT,
    priority   INTEGER NOT NULL             -- 1 (urgent) to 5
);

-- Every hand-over, with what was said at it.
CREATE TABLE stage_move (
    id         TEXT PRIMARY KEY,
    story      BIGINT NOT NULL REFERENCES story (number),
    at         BIGINT NOT NULL,
    actor      TEXT NOT NULL,               -- as in audit
    from_stage TEXT NOT NULL,
    to_stage   TEXT NOT NULL,
    note       TEXT NOT NULL
);
CREATE INDEX stage_move_story ON stage_move (story, id);

-- Derived: a story as it stands on the board, so that a column is one query over one index.
CREATE TABLE story_card (
    story        BIGINT PRIMARY KEY REFERENCES story (number),
    board_column TEXT NOT NULL,             -- draft, review, ready, scheduled, live, withdrawn, spiked
    position     BIGINT NOT NULL,           -- ascending is the column's order
    stage        TEXT NOT NULL,
    release      TEXT NOT NULL,
    edition      TEXT NOT NULL,
    type         TEXT NOT NULL,
    section      TEXT,
    headline     TEXT NOT NULL,
    headline_key TEXT NOT NULL,             -- folded letters and digits, with nothing between them
    byline       TEXT NOT NULL,             -- the first public author
    writer       TEXT,                      -- the person who began it
    assignee     TEXT,
    claimed_by   TEXT,
    priority     INTEGER NOT NULL,
    words        INTEGER NOT NULL,
    missing      TEXT NOT NULL,             -- names with a space between them
    mark         TEXT NOT NULL,             -- newer-draft, corrected, or empty
    returned     TEXT NOT NULL,             -- why it was sent back, while it is a draft again
    moved_at     BIGINT NOT NULL,           -- when it came to its column
    changed_at   BIGINT NOT NULL            -- when its text was last changed
);
CREATE INDEX story_card_column ON story_card (board_column, position, story);
CREATE INDEX story_card_section ON story_card (section, board_column, position, story);
CREATE INDEX story_card_writer ON story_card (writer, board_column, position, story);
CREATE INDEX story_card_assignee ON story_card (assignee, board_column, position, story);
CREATE INDEX story_card_claimed ON story_card (claimed_by, board_column, position, story);

-- A view of the board that somebody gave a name: what stands in the address behind the question mark.
CREATE TABLE board_view (
    id         TEXT PRIMARY KEY,
    owner      TEXT NOT NULL REFERENCES person (id),
    name       TEXT NOT NULL,
    query      TEXT NOT NULL,
    shared     INTEGER NOT NULL,            -- 1 when everybody at the desk sees it
    created_at BIGINT NOT NULL
);
CREATE INDEX board_view_owner ON board_view (owner);

-- What the board opens with.
CREATE TABLE board_default (
    person TEXT PRIMARY KEY REFERENCES person (id),
    view   TEXT NOT NULL REFERENCES board_view (id)
);
