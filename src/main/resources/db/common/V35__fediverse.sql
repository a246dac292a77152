-- The key with which the newspaper signs what it says to Mastodon and its like; made once, never exported.
CREATE TABLE fediverse_key (
    id          TEXT PRIMARY KEY,
    private_key TEXT NOT NULL,               -- PKCS #8, base64
    public_key  TEXT NOT NULL,               -- X.509, base64
    made_at     BIGINT NOT NULL
);

-- Who follows which part of the newspaper from there.
CREATE TABLE fediverse_follower (
    actor         TEXT NOT NULL,             -- the id of a section, or of an edition
    follower      TEXT NOT NULL,             -- the address that names them
    inbox         TEXT NOT NULL,
    shared_inbox  TEXT NOT NULL,             -- of their server, or empty
    followed_at   BIGINT NOT NULL,
    failing_since BIGINT,                    -- null while messages arrive
    PRIMARY KEY (actor, follower)
);
CREATE INDEX fediverse_follower_follower ON fediverse_follower (follower);
CREATE INDEX fediverse_follower_inbox ON fediverse_follower (inbox);
CREATE INDEX fediverse_follower_shared ON fediverse_follower (shared_inbox);
