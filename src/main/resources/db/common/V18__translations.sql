-- The versions of one story in several languages share its translation_group; each language has one at most.
CREATE INDEX story_translations ON story (translation_group);
