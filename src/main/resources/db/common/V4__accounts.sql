-- Signing in: passwords, passkeys, codes, links, sessions, and what slows down whoever guesses.

ALTER TABLE person ADD COLUMN password TEXT NOT NULL DEFAULT '';     -- Argon2id as a PHC string; empty for none
ALTER TABLE person ADD COLUMN code_secret TEXT NOT NULL DEFAULT '';  -- of the authenticator app, base 32; empty for none
ALTER TABLE person ADD COLUMN code_step BIGINT NOT NULL DEFAULT 0;   -- the newest step whose code was used: none is used twice

-- What a link is for: enter, invitation, reset.
ALTER TABLE sign_in_link ADD COLUMN purpose TEXT NOT NULL DEFAULT 'enter';
CREATE INDEX sign_in_link_person ON sign_in_link (person);

-- When its owner last proved who they are; sensitive acts ask for it again.
ALTER TABLE session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;

CREATE TABLE passkey (
    id         TEXT PRIMARY KEY,         -- the credential's id, base64url
    person     TEXT NOT NULL REFERENCES person (id),
    name       TEXT NOT NULL,
    credential TEXT NOT NULL,            -- its public key and origin (attested credential data), base64url
    counter    BIGINT NOT NULL,          -- how often it signed, if it counts
    created_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX passkey_person ON passkey (person);

-- For whoever lost the phone: each signs in once, in place of a code.
CREATE TABLE recovery_code (
    person    TEXT NOT NULL REFERENCES person (id),
    code_hash TEXT NOT NULL,
    used_at   BIGINT,
    PRIMARY KEY (person, code_hash)
);

-- What was begun and waits for the next step: a password that was right and waits for its code, a challenge that waits for
-- a passkey.
CREATE TABLE sign_in_step (
    token_hash TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,            -- code, passkey, passkey-add
    person     TEXT REFERENCES person (id),
    expires_at BIGINT NOT NULL
);

-- Failures to sign in, for an account or a network, whether there is such an account or not.
CREATE TABLE sign_in_tally (
    subject      TEXT PRIMARY KEY,       -- account:…, code:…, network:…, letter:…
    failures     INTEGER NOT NULL,
    last_at      BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);

-- The link of the first start, while there is nobody.
CREATE TABLE first_link (
    token_hash TEXT PRIMARY KEY,
    created_at BIGINT NOT NULL
);

-- Mails to people of the newsroom that are still to be sent. The link in them is made when they are.
CREATE TABLE letter (
    id         TEXT PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES person (id),
    kind       TEXT NOT NULL,            -- invitation, reset
    created_at BIGINT NOT NULL,
    due_at     BIGINT NOT NULL,
    tries      INTEGER NOT NULL
);
CREATE INDEX letter_due ON letter (due_at);
