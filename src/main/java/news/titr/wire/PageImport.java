package news.titr.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.titr.people.Actor;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Newsroom;
import news.titr.story.Outcome;
import news.titr.story.Published;
import news.titr.story.Story;

/** Begins a story with what was read from a page. */
public final class PageImport {

    private final Drafting drafting;

    public PageImport(Drafting drafting) {
        this.drafting = drafting;
    }

    /**
     * The story keeps the page's number when it is free; in any case that is its source number. Its date of publication
     * is unknown until an editor sets it, and its note says what the reader was not sure of.
     */
    public Outcome<Story> begin(Actor actor, String edition, PageReading.Read read) {
        var beginning = Drafting.Beginning.in(edition).withSource(read.sourceNumber(), read.note());
        var numbered =
                read.number().isPresent() ? beginning.withNumber(read.number().getAsLong()) : beginning;
        return drafting.begin(actor, numbered, content(read));
    }

    /** The story that was begun with this page before, if there is one. */
    public static OptionalLong there(Newsroom newsroom, String edition, PageReading.Read read) {
        return newsroom.begunWith(edition, read.sourceNumber(), content(read));
    }

    private static Content content(PageReading.Read read) {
        return new Content(
                read.kicker(),
                read.headline(),
                List.of(),
                read.lead(),
                read.body(),
                "",
                read.tags(),
                List.of(),
                "",
                read.source(),
                "",
                new Published.Unknown(),
                Optional.empty());
    }
}
