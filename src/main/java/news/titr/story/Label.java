package news.titr.story;

/**
 * A tag or a public byline of one edition: a name with a page that gathers its stories.
 *
 * @param topic true for a tag that is introduced to readers, and has its page elsewhere for that
 */
public record Label(String id, Kind kind, String slug, String name, boolean topic) {

    public enum Kind {
        TAG("tag", "live_tag", "tags"),
        AUTHOR("author", "live_author", "authors");

        private final String table;
        private final String liveTable;
        private final String column;

        Kind(String table, String liveTable, String column) {
            this.table = table;
            this.liveTable = liveTable;
            this.column = column;
        }

        String table() {
            return table;
        }

        /** The table that ties labels to live stories. */
        String liveTable() {
            return liveTable;
        }

        /** The column of a revision that lists those it names. */
        String column() {
            return column;
        }
    }
}
