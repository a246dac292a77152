package news.titr.wire.moving;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.story.ArchivedPage;
import news.titr.story.ArchivedStory;
import news.titr.story.Content;
import news.titr.story.Label;
import news.titr.wire.html.HtmlRemark;

/** Takes the records that a reader finds. Every record is accounted for by exactly one call of {@code take}, {@code skip}, {@code refuse}. */
public interface Receiver {

    /**
     * A story with what belongs to it.
     *
     * @param addresses where it stood: paths, with their query, or whole addresses
     * @param remarks what did not come through as it was
     * @param notes for the report: each is a sentence that says what was left behind
     */
    record StoryItem(
            Where where,
            ArchivedStory story,
            List<String> addresses,
            List<Comment> comments,
            List<HtmlRemark> remarks,
            List<String> notes) {

        public StoryItem {
            addresses = List.copyOf(addresses);
            comments = List.copyOf(comments);
            remarks = List.copyOf(remarks);
            notes = List.copyOf(notes);
        }

        /** The same with another content. */
        StoryItem with(Content content) {
            return new StoryItem(where, story.with(content), addresses, comments, remarks, notes);
        }

        /** A story that nothing else belongs to. */
        public StoryItem(Where where, ArchivedStory story, List<HtmlRemark> remarks) {
            this(where, story, List.of(), List.of(), remarks, List.of());
        }
    }

    /** A comment below a story; its fields as those of {@code story.ArchivedComment}. */
    record Comment(String id, String replyTo, String name, String site, String text, boolean shown, Instant at) {}

    record PageItem(Where where, ArchivedPage page, List<String> addresses, List<HtmlRemark> remarks) {}

    /**
     * A section of the other system.
     *
     * @param slug as it is there
     * @param parent the section it belongs to there
     */
    record SectionWish(String slug, String name, Optional<SectionWish> parent) {}

    /** The edition that stories come into. */
    String edition();

    /** The slug of the section here that one of theirs becomes, made if it is missing; empty when it is to become none. */
    String section(SectionWish wish);

    /**
     * The key of the asset that a file has become, from the folder of uploads if one was named.
     *
     * @param path within that folder, {@code 2014/05/bridge.jpg}
     */
    Optional<String> file(String path, Said said);

    /** What is known of a file there. */
    record Said(String alt, String caption, String credit) {
        public static final Said NOTHING = new Said("", "", "");
    }

    void take(StoryItem item);

    void take(PageItem item);

    /** A record that is no story and no page but came in, such as a picture; {@code there} when it had before. */
    void took(Where where, boolean there);

    /** A record that is of no use here. */
    void skip(Where where, String reason);

    /** A record that is bad. */
    void refuse(Where where, String reason);

    /** Something that could not be mapped; counted by its kind, with samples. */
    void remark(String kind, String detail, Where where);

    /** Lets an address of old lead to a path here. */
    void redirect(String address, String path);

    /** Where the pages of tags or authors stand, by name, once stories that carry them have been handed over. */
    Map<String, String> labels(Label.Kind kind, Collection<String> names);

    /** How far the reader has come, in the unit of its size. */
    void progress(long done);
}
