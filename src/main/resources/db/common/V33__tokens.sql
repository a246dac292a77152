-- Tokens with which other programs come in, each for a person and with a part of what that person may do.
CREATE TABLE api_token (
    id           TEXT PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,       -- SHA-256; the token itself is shown once and kept nowhere
    name         TEXT NOT NULL,
    person       TEXT NOT NULL REFERENCES person (id),
    scopes       TEXT NOT NULL,              -- read write publish, parted by spaces
    created_at   BIGINT NOT NULL,
    created_by   TEXT NOT NULL,              -- the actor, as in the audit log
    expires_at   BIGINT,                     -- null: when somebody revokes it
    last_used_at BIGINT,
    last_address TEXT NOT NULL DEFAULT '',
    revoked_at   BIGINT
);
CREATE INDEX api_token_person ON api_token (person);

-- Answers to requests with an Idempotency-Key, for a day: whoever asks again gets the same.
CREATE TABLE api_answer (
    token       TEXT NOT NULL,
    request_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,               -- of method, address and body
    begun_at    BIGINT NOT NULL,
    status      INTEGER NOT NULL,            -- 0 while the first request is still being answered
    headers     TEXT NOT NULL,               -- JSON
    body        TEXT NOT NULL,
    PRIMARY KEY (token, request_key)
);
CREATE INDEX api_answer_begun ON api_answer (begun_at);
