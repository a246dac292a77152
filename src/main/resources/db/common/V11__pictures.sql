-- Pictures, video and sound: what people say of them, how they are cut, what readers get, and how they come in.

ALTER TABLE asset ADD COLUMN alt          TEXT    NOT NULL DEFAULT '';
ALTER TABLE asset ADD COLUMN caption      TEXT    NOT NULL DEFAULT '';
ALTER TABLE asset ADD COLUMN keywords     TEXT    NOT NULL DEFAULT '[]'; -- JSON array of text
ALTER TABLE asset ADD COLUMN licence      TEXT    NOT NULL DEFAULT '';
ALTER TABLE asset ADD COLUMN usable_until BIGINT;
ALTER TABLE asset ADD COLUMN taken_at     BIGINT;
ALTER TABLE asset ADD COLUMN framing      TEXT    NOT NULL DEFAULT '{}'; -- JSON: focal point and hand-made crops
ALTER TABLE asset ADD COLUMN added_by     TEXT    NOT NULL DEFAULT '';   -- the actor, as in audit
ALTER TABLE asset ADD COLUMN file_name    TEXT    NOT NULL DEFAULT '';
ALTER TABLE asset ADD COLUMN file_size    BIGINT  NOT NULL DEFAULT 0;
ALTER TABLE asset ADD COLUMN length_ms    BIGINT  NOT NULL DEFAULT 0;    -- of video and sound
ALTER TABLE asset ADD COLUMN moving       INTEGER NOT NULL DEFAULT 0;    -- 1 for a picture that moves by itself
ALTER TABLE asset ADD COLUMN poster       TEXT    NOT NULL DEFAULT '';   -- blob of the picture that stands for a video
ALTER TABLE asset ADD COLUMN embedded     TEXT    NOT NULL DEFAULT '[]'; -- JSON: what the file says of itself
ALTER TABLE asset ADD COLUMN words        TEXT    NOT NULL DEFAULT '';   -- folded, for search
ALTER TABLE asset ADD COLUMN version      BIGINT  NOT NULL DEFAULT 1;
-- How far what readers get is made: empty (the whole picture at most), plain, modern (also AVIF and WebP), failed.
ALTER TABLE asset ADD COLUMN developed    TEXT    NOT NULL DEFAULT '';
CREATE INDEX asset_newest ON asset (created_at, id);
CREATE INDEX asset_blob ON asset (blob);
CREATE INDEX asset_developed ON asset (developed);

-- Originals that were replaced by another file. They are kept.
CREATE TABLE replaced_original (
    id          TEXT PRIMARY KEY,
    asset       TEXT NOT NULL REFERENCES asset (id),
    blob        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    replaced_at BIGINT NOT NULL,
    replaced_by TEXT NOT NULL
);
CREATE INDEX replaced_original_asset ON replaced_original (asset);

-- Addresses of renditions begin with a key that changes with the picture or its framing. Old ones lead to the new.
CREATE TABLE rendition_key (
    name  TEXT PRIMARY KEY,
    asset TEXT NOT NULL REFERENCES asset (id)
);

DROP INDEX rendition_blob;
ALTER TABLE rendition RENAME TO rendition_of_before;
CREATE TABLE rendition (
    name       TEXT PRIMARY KEY,         -- the end of its address
    asset      TEXT NOT NULL REFERENCES asset (id),
    slot       TEXT NOT NULL,            -- whole, lead, teaser, square, social
    purpose    TEXT NOT NULL,            -- still, moving, played
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    blob       TEXT NOT NULL
);
CREATE INDEX rendition_asset ON rendition (asset);
INSERT INTO rendition (name, asset, slot, purpose, width, height, media_type, blob)
SELECT CASE WHEN MIN(media_type) = 'image/png' THEN asset || '/' || width || '.png' ELSE asset || '/' || width || '.jpg' END,
       asset, 'whole', 'still', width, MIN(height), MIN(media_type), MIN(blob)
FROM rendition_of_before GROUP BY asset, width;
INSERT INTO rendition_key (name, asset) SELECT blob, MIN(asset) FROM rendition_of_before GROUP BY blob;
DROP TABLE rendition_of_before;

-- Files on their way in, piece by piece.
CREATE TABLE upload (
    id         TEXT PRIMARY KEY,
    actor      TEXT NOT NULL,
    file_name  TEXT NOT NULL,
    size       BIGINT NOT NULL,
    received   BIGINT NOT NULL,
    asset      TEXT NOT NULL DEFAULT '', -- what it has become
    problem    TEXT NOT NULL DEFAULT '', -- or why not
    touched_at BIGINT NOT NULL
);
CREATE INDEX upload_touched ON upload (touched_at);
