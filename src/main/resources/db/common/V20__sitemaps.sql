-- Every live story of an edition by ranges of its number, for sitemaps; which range changed when, without a look at the table.
CREATE INDEX story_ranges ON story (edition, release, number, released_at, withdrawn_at);
