-- What the checks ask of other stories: one from the same source.
CREATE INDEX story_source ON story (source_number);
