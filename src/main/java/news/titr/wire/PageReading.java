package news.titr.wire;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import news.titr.doc.Body;

/** What {@link PageReader} makes of a page. */
public sealed interface PageReading {

    /**
     * A story. Each line of the page that is not blank is in the story's texts, among the particulars, or among the
     * furniture. Text that the page lacks is the empty string.
     *
     * @param browserTitle the line that a browser shows as the window's title
     * @param pageClock what the page's own clock said when it was copied; never the date of publication
     * @param sourceNumber the story's number where it comes from, in Latin digits
     * @param source whose report it is («به گزارش …»)
     * @param publishedText what the page says about its date of publication; nothing is concluded from it
     * @param doubts what a person should look at, in the order of the page
     * @param particulars lines that say something about the story and are not part of its text
     * @param furniture lines that belong to the page and were left out
     * @param edits how many places were tidied
     */
    record Read(
            String browserTitle,
            String siteName,
            String pageClock,
            String sourceNumber,
            String kicker,
            String headline,
            String lead,
            Body body,
            String source,
            String publishedText,
            List<String> tags,
            List<Doubt> doubts,
            List<PageLine> particulars,
            List<PageLine> furniture,
            int edits)
            implements PageReading {

        private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

        public Read {
            tags = List.copyOf(tags);
            doubts = List.copyOf(doubts);
            particulars = List.copyOf(particulars);
            furniture = List.copyOf(furniture);
        }

        /** The number where it comes from, when it can be a story's number here. */
        public OptionalLong number() {
            return NUMBER.matcher(sourceNumber).matches() && Long.parseLong(sourceNumber) > 0
                    ? OptionalLong.of(Long.parseLong(sourceNumber))
                    : OptionalLong.empty();
        }

        /** What is kept on the story for the desk: see {@link PageNote}. */
        public String note() {
            return PageNote.write(this);
        }
    }

    /**
     * It is not the text of a news page.
     *
     * @param problem one English sentence without a full stop
     */
    record Refused(String problem) implements PageReading {}
}
