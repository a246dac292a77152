package news.titr.story;

import java.util.List;
import java.util.Optional;
import news.titr.doc.Block;
import news.titr.doc.Body;

/**
 * Everything that is written in one revision. Text that a story may lack is the empty string.
 *
 * @param section the slug of its section, or the empty string
 * @param tags the names of its tags, in the order in which they are shown; unknown ones are made
 * @param authors the names of its public bylines; unknown ones are made
 * @param dateline where it was reported from («تهران»)
 * @param source whose report it is («به گزارش …»)
 * @param place what it is about, as a province or city
 * @param picture the main picture
 */
public record Content(
        String kicker,
        String headline,
        List<String> subheadlines,
        String lead,
        Body body,
        String section,
        List<String> tags,
        List<String> authors,
        String dateline,
        String source,
        String place,
        Published published,
        Optional<Block.Picture> picture) {

    /** A story with nothing in it yet. */
    public static final Content EMPTY = new Content(
            "",
            "",
            List.of(),
            "",
            Body.EMPTY,
            "",
            List.of(),
            List.of(),
            "",
            "",
            "",
            new Published.OnRelease(),
            Optional.empty());

    public Content {
        subheadlines = List.copyOf(subheadlines);
        tags = tags.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        authors = authors.stream()
                .map(String::strip)
                .filter(author -> !author.isEmpty())
                .distinct()
                .toList();
    }

    public Content withText(String kicker, String headline, String lead, Body body) {
        return new Content(
                kicker,
                headline,
                subheadlines,
                lead,
                body,
                section,
                tags,
                authors,
                dateline,
                source,
                place,
                published,
                picture);
    }

    public Content withSection(String section) {
        return new Content(
                kicker,
                headline,
                subheadlines,
                lead,
                body,
                section,
                tags,
                authors,
                dateline,
                source,
                place,
                published,
                picture);
    }

    /** Without what belongs to one edition: its section, tags and authors. */
    Content forAnotherEdition() {
        return new Content(
                kicker,
                headline,
                subheadlines,
                lead,
                body,
                "",
                List.of(),
                List.of(),
                dateline,
                source,
                place,
                published,
                picture);
    }

    public Content withPlace(String place) {
        return new Content(
                kicker,
                headline,
                subheadlines,
                lead,
                body,
                section,
                tags,
                authors,
                dateline,
                source,
                place,
                published,
                picture);
    }

    public Content withPublished(Published published) {
        return new Content(
                kicker,
                headline,
                subheadlines,
                lead,
                body,
                section,
                tags,
                authors,
                dateline,
                source,
                place,
                published,
                picture);
    }
}
