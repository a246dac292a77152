-- The audit log is of every kind of thing, not of stories alone; what changed stands under names.

ALTER TABLE audit ADD COLUMN subject_kind TEXT NOT NULL DEFAULT 'story'; -- story, person, picture, front …
ALTER TABLE audit ADD COLUMN subject_id TEXT NOT NULL DEFAULT '';        -- within its kind
ALTER TABLE audit ADD COLUMN subject_name TEXT NOT NULL DEFAULT '';      -- what it was called then
ALTER TABLE audit ADD COLUMN folded TEXT NOT NULL DEFAULT '';            -- what a search finds it by

UPDATE audit SET subject_id = CAST(story AS TEXT) WHERE story IS NOT NULL;
UPDATE audit SET folded = LOWER(subject_id || ' ' || detail || ' ' || address);

-- detail was a free text, and is JSON: texts under the names of audit/Detail
UPDATE audit SET detail = '{"note":"' || REPLACE(REPLACE(detail, '\', '\\'), '"', '\"') || '"'
    || CASE WHEN revision IS NULL THEN '' ELSE ',"revision":"' || revision || '"' END || '}';

DROP INDEX audit_story;
ALTER TABLE audit DROP COLUMN story;
ALTER TABLE audit DROP COLUMN revision;

CREATE INDEX audit_at ON audit (at, id);
CREATE INDEX audit_actor ON audit (actor, at, id);
CREATE INDEX audit_action ON audit (action, at, id);
CREATE INDEX audit_subject ON audit (subject_kind, subject_id, at, id);
