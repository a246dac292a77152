package news.titr.story;

/** A tag or a public byline of one edition: a name with a page that gathers its stories. */
public record Label(String id, Kind kind, String slug, String name) {

    public enum Kind {
        TAG("tag", "live_tag"),
        AUTHOR("author", "live_author");

        private final String table;
        private final String liveTable;

        Kind(String table, String liveTable) {
            this.table = table;
            this.liveTable = liveTable;
        }

        String table() {
            return table;
        }

        /** The table that ties labels to live stories. */
        String liveTable() {
            return liveTable;
        }
    }
}
