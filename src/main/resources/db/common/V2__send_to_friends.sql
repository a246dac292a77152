-- Sending a story to friends. Addresses stand here only while a mail to them is still to be sent; what is kept longer is
-- kept as a keyed hash.

-- Made once, by the first process that needs it.
CREATE TABLE share_key (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- What a reader asked for and has not confirmed yet. Afterwards the row stays a day without addresses, so that its form
-- and its link cannot be used again.
CREATE TABLE send_request (
    id           TEXT PRIMARY KEY,
    form         TEXT NOT NULL UNIQUE,   -- the nonce of the form that it came by
    story        BIGINT NOT NULL REFERENCES story (number),
    sender       TEXT NOT NULL,
    recipients   TEXT NOT NULL,          -- one a line
    expires_at   BIGINT NOT NULL,
    confirmed_at BIGINT
);
CREATE INDEX send_request_expires ON send_request (expires_at);

-- What the limits count, in sliding windows of at most a day.
CREATE TABLE send_tally (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL,               -- form, confirmation, send, receipt, mail
    subject TEXT NOT NULL,               -- keyed hash of the address or network; empty for the whole newspaper
    at      BIGINT NOT NULL
);
CREATE INDEX send_tally_subject ON send_tally (kind, subject, at);
CREATE INDEX send_tally_at ON send_tally (at);

CREATE TABLE never_again (
    address TEXT PRIMARY KEY,            -- keyed hash
    at      BIGINT NOT NULL
);

-- Mails that are still to be sent. What they say is made when they are sent, from what is live then.
CREATE TABLE outgoing_mail (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,            -- confirmation, story
    story      BIGINT NOT NULL REFERENCES story (number),
    request    TEXT NOT NULL,            -- what a confirmation confirms
    recipient  TEXT NOT NULL,
    sender     TEXT NOT NULL,            -- the reader who sends it on; empty in a confirmation
    created_at BIGINT NOT NULL,
    due_at     BIGINT NOT NULL,
    tries      INTEGER NOT NULL
);
CREATE INDEX outgoing_mail_due ON outgoing_mail (due_at);
