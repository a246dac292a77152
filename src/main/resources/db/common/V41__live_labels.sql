-- What the sitemap lists, in the order of its age: counted and read on without a look at a tag or an author.
CREATE INDEX tag_live ON tag (edition, id) WHERE merged_into IS NULL AND stories > 0 AND introduction = '';
CREATE INDEX topic_live ON tag (edition, id) WHERE merged_into IS NULL AND stories > 0 AND introduction <> '';
CREATE INDEX author_live ON author (edition, id) WHERE merged_into IS NULL AND stories > 0;
