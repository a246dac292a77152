package news.titr.site;

import java.util.List;

/**
 * The entries of a live coverage as a page shows them. Text that is lacking is the empty string; addresses are relative,
 * times for machines in ISO 8601.
 *
 * @param finished true when nothing more will come
 * @param updated when something happened last, in words; empty before the first entry
 * @param change what a script asks for news after
 * @param newest the highest number that an entry was given
 * @param first true for the page with the newest entries: there new ones may come
 * @param takenBack true when the reader asked for an entry that was taken back
 * @param zone the newspaper's time zone
 */
record CoverageView(
        boolean finished,
        String updated,
        String updatedMachine,
        long change,
        long newest,
        boolean first,
        boolean takenBack,
        Addresses addresses,
        List<KeyEvent> keyEvents,
        List<Entry> pinned,
        List<Entry> entries) {

    /**
     * @param updates below which a script finds what is new
     * @param script the address of that script
     * @param older the next page, or empty
     */
    record Addresses(String page, String updates, String script, String older) {}

    record KeyEvent(long number, String address, String time, String day, String machine, String text) {}

    /**
     * @param address the entry's own
     * @param link the same, absolute
     * @param body HTML
     */
    record Entry(
            long number,
            String address,
            String link,
            String time,
            String day,
            String machine,
            String headline,
            String body,
            String author,
            boolean keyEvent,
            boolean pinned) {}
}
