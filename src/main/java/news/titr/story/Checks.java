package news.titr.story;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import news.titr.doc.Block;
import news.titr.doc.Inline;
import news.titr.doc.Mark;
import news.titr.doc.SafeLink;

/** What is looked at before a story goes out. The desk's panel and the doors ask the same checks. */
public final class Checks {

    /** Feeds and search engines cut longer headlines; in characters. */
    private static final int LONG_HEADLINE = 110;

    /** Cards of social networks show about so much. */
    private static final int CARD_HEADLINE = 70;

    /** A page of our own under its number: {@code /news/26841/…} or {@code /26841}. */
    private static final Pattern OWN_STORY = Pattern.compile("/(?:news/)?([0-9]{1,18})(?:[/.?#].*)?");

    private final Content content;
    private final Elsewhere elsewhere;
    private final List<Problem> problems = new ArrayList<>();

    private Checks(Content content, Elsewhere elsewhere) {
        this.content = content;
        this.elsewhere = elsewhere;
    }

    /** What the checks must know of the world outside the content. */
    public interface Elsewhere {

        /** What has become of another story. */
        enum Standing {
            LIVE,
            NOT_LIVE,
            WITHDRAWN,
            ABSENT
        }

        /** What is known of a picture. */
        enum Rights {
            USABLE,
            /** Nobody has said under what terms. */
            UNLICENSED,
            EXPIRED,
            MISSING
        }

        Standing story(long number);

        Rights picture(String asset);

        /** Where readers find the site: an absolute address that begins with it is one of our own. */
        default Optional<URI> site() {
            return Optional.empty();
        }

        /** Whose picture it is, as the library of pictures knows; readers are told where a story says nothing else. */
        default String credit(String asset) {
            return "";
        }

        /** Whether this moment is yet to come. */
        boolean isFuture(Instant moment);

        /** Another story that came from the same one elsewhere. */
        OptionalLong sameSource();

        /** A live story of late with the same headline, however its letters are written. */
        OptionalLong sameHeadline(String headline);

        /** Finds nothing amiss: for content that stands alone. */
        Elsewhere NOTHING = new Elsewhere() {
            @Override
            public Standing story(long number) {
                return Standing.LIVE;
            }

            @Override
            public Rights picture(String asset) {
                return Rights.USABLE;
            }

            @Override
            public boolean isFuture(Instant moment) {
                return false;
            }

            @Override
            public OptionalLong sameSource() {
                return OptionalLong.empty();
            }

            @Override
            public OptionalLong sameHeadline(String headline) {
                return OptionalLong.empty();
            }
        };
    }

    /** What can be found in the content alone. */
    public static List<Problem> of(Content content) {
        return of(content, Elsewhere.NOTHING);
    }

    public static List<Problem> of(Content content, Elsewhere elsewhere) {
        var checks = new Checks(content, elsewhere);
        checks.fields();
        checks.blocks("body", content.body().blocks());
        return checks.problems;
    }

    /** The stories that a content points to, in its text and in its read-also boxes. */
    static Set<Long> stories(Content content, URI site) {
        var numbers = new LinkedHashSet<Long>();
        of(content, new Asking(site, numbers));
        return numbers;
    }

    private void fields() {
        if (content.headline().isBlank()) {
            found(Problem.Kind.NO_HEADLINE, "", "headline");
        }
        int length = content.headline().codePointCount(0, content.headline().length());
        if (length > LONG_HEADLINE) {
            found(Problem.Kind.LONG_HEADLINE, Integer.toString(length), "headline");
        } else if (length > CARD_HEADLINE) {
            found(Problem.Kind.CUT_HEADLINE, Integer.toString(length), "headline");
        }
        if (content.section().isEmpty()) {
            found(Problem.Kind.NO_SECTION, "", "section");
        }
        if (content.body().isEmpty()) {
            found(Problem.Kind.EMPTY_BODY, "", "body");
        }
        switch (content.published()) {
            case Published.Unknown() -> found(Problem.Kind.UNKNOWN_DATE, "", "published");
            case Published.At(var moment)
            when elsewhere.isFuture(moment) -> found(Problem.Kind.FUTURE_DATE, "", "published");
            case Published.At _, Published.OnRelease() -> {}
        }
        content.picture()
                .ifPresentOrElse(
                        picture -> picture(picture, "picture"), () -> found(Problem.Kind.NO_PICTURE, "", "picture"));
        elsewhere.sameSource().ifPresent(number -> found(Problem.Kind.SAME_SOURCE_NUMBER, Long.toString(number), ""));
        if (!content.headline().isBlank()) {
            elsewhere
                    .sameHeadline(content.headline())
                    .ifPresent(number -> found(Problem.Kind.SAME_HEADLINE, Long.toString(number), "headline"));
        }
    }

    private void blocks(String place, List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            block(place + "." + i, blocks.get(i));
        }
    }

    private void block(String place, Block block) {
        switch (block) {
            case Block.Unknown unknown ->
                found(Problem.Kind.UNKNOWN_BLOCK, unknown.json().path("type").asText(), place);
            case Block.Picture picture -> picture(picture, place);
            case Block.Paragraph(var text) -> links(text, place);
            case Block.Subhead(var _, var _, var text) -> {
                if (Inline.text(text).isBlank()) {
                    found(Problem.Kind.EMPTY_SUBHEAD, "", place);
                }
                links(text, place);
            }
            case Block.Quote(var speaker, var blocks) -> {
                if (speaker.isBlank()) {
                    found(Problem.Kind.NO_SPEAKER, "", place);
                }
                blocks(place, blocks);
            }
            case Block.Listing(var _, var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    blocks(place + "." + i, items.get(i).blocks());
                }
            }
            case Block.Table(var _, var rows) -> {
                for (int i = 0; i < rows.size(); i++) {
                    for (int j = 0; j < rows.get(i).cells().size(); j++) {
                        links(rows.get(i).cells().get(j).text(), place + "." + i + "." + j);
                    }
                }
            }
            case Block.ReadAlso(var story, var _) -> story(story, place);
            case Block.Separator _, Block.Embed _ -> {}
        }
    }

    private void picture(Block.Picture picture, String place) {
        if (picture.alt().isBlank()) {
            found(Problem.Kind.NO_ALTERNATIVE_TEXT, picture.asset(), place);
        }
        if (picture.credit().isBlank() && elsewhere.credit(picture.asset()).isBlank()) {
            found(Problem.Kind.NO_CREDIT, picture.asset(), place);
        }
        switch (elsewhere.picture(picture.asset())) {
            case USABLE -> {}
            case UNLICENSED -> found(Problem.Kind.PICTURE_UNLICENSED, picture.asset(), place);
            case EXPIRED -> found(Problem.Kind.PICTURE_EXPIRED, picture.asset(), place);
            case MISSING -> found(Problem.Kind.MISSING_PICTURE, picture.asset(), place);
        }
    }

    private void links(List<Inline> text, String place) {
        text.stream().flatMap(run -> run.marks().stream()).distinct().forEach(mark -> {
            if (mark instanceof Mark.Link(var address)) {
                link(address, place);
            }
        });
    }

    private void link(String address, String place) {
        if (!SafeLink.isSafe(address)) {
            found(Problem.Kind.UNSAFE_LINK, address, place);
        }
        var own = OWN_STORY.matcher(
                elsewhere.site().map(site -> withoutSite(address, site)).orElse(address));
        if (own.matches()) {
            story(Long.parseLong(own.group(1)), place);
        }
    }

    /** The path of an address on the site, in whatever scheme it was copied; any other address as it is. */
    private static String withoutSite(String address, URI site) {
        var start = Pattern.compile(
                "(?i)https?://(?:www\\.)?" + Pattern.quote(site.getAuthority().replaceFirst("(?i)^www\\.", ""))
                        + Pattern.quote(site.getPath()) + "(?=/)");
        var found = start.matcher(address);
        return found.lookingAt() ? address.substring(found.end()) : address;
    }

    private void story(long number, String place) {
        String shown = Long.toString(number);
        switch (elsewhere.story(number)) {
            case LIVE -> {}
            case NOT_LIVE -> found(Problem.Kind.STORY_NOT_LIVE, shown, place);
            case WITHDRAWN -> found(Problem.Kind.STORY_WITHDRAWN, shown, place);
            case ABSENT -> found(Problem.Kind.NO_STORY_THERE, shown, place);
        }
    }

    private void found(Problem.Kind kind, String detail, String place) {
        problems.add(new Problem(kind, detail, place));
    }

    /** Notes down which stories are asked for. */
    private record Asking(URI address, Set<Long> numbers) implements Elsewhere {

        @Override
        public Optional<URI> site() {
            return Optional.of(address);
        }

        @Override
        public Standing story(long number) {
            numbers.add(number);
            return Standing.LIVE;
        }

        @Override
        public Rights picture(String asset) {
            return Rights.USABLE;
        }

        @Override
        public boolean isFuture(Instant moment) {
            return false;
        }

        @Override
        public OptionalLong sameSource() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong sameHeadline(String headline) {
            return OptionalLong.empty();
        }
    }
}
