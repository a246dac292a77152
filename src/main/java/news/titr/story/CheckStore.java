package news.titr.story;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.doc.Block;
import news.titr.language.Fold;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import org.jdbi.v3.core.Handle;

/** What the {@link Checks} must know of other stories and of pictures, fetched in a few queries before they begin. */
final class CheckStore {

    /** Live stories of late among which a headline should be the only one of its kind. */
    private static final int HEADLINES = 300;

    private CheckStore() {}

    /** Everything that can be said against a content of this story. */
    static List<Problem> problems(Handle read, URI site, Story story, Content content, Instant now) {
        return Checks.of(content, elsewhere(read, site, story, content, now));
    }

    /**
     * What the checks must know for many contents at once. Whether another story has the same headline or source is not
     * asked: an archive's stories were printed as they are.
     */
    static Checks.Elsewhere elsewhere(Handle read, URI site, Collection<Content> contents, Instant now) {
        return new Known(
                Optional.of(site),
                standings(
                        read,
                        contents.stream()
                                .flatMap(content -> Checks.stories(content, site).stream())
                                .collect(Collectors.toSet())),
                Pictures.descriptions(
                        read,
                        contents.stream()
                                .flatMap(CheckStore::pictures)
                                .distinct()
                                .toList()),
                now,
                OptionalLong.empty(),
                Map.of());
    }

    private static Stream<String> pictures(Content content) {
        return Stream.concat(content.picture().stream(), content.body().all(Block.Picture.class).stream())
                .map(Block.Picture::asset);
    }

    private static Checks.Elsewhere elsewhere(Handle read, URI site, Story story, Content content, Instant now) {
        return new Known(
                Optional.of(site),
                standings(read, Checks.stories(content, site)),
                Pictures.descriptions(read, pictures(content).distinct().toList()),
                now,
                sameSource(read, story),
                headlines(read, story));
    }

    private record Known(
            Optional<URI> site,
            Map<Long, Checks.Elsewhere.Standing> standings,
            Map<String, Asset.Description> pictures,
            Instant now,
            OptionalLong sameSource,
            Map<String, Long> headlines)
            implements Checks.Elsewhere {

        @Override
        public Standing story(long number) {
            return standings.getOrDefault(number, Standing.ABSENT);
        }

        @Override
        public Rights picture(String asset) {
            return Optional.ofNullable(pictures.get(asset))
                    .map(picture -> picture.expired(now)
                            ? Rights.EXPIRED
                            : picture.licence().isBlank() ? Rights.UNLICENSED : Rights.USABLE)
                    .orElse(Rights.MISSING);
        }

        @Override
        public String credit(String asset) {
            return Optional.ofNullable(pictures.get(asset))
                    .map(Asset.Description::credit)
                    .orElse("");
        }

        @Override
        public boolean isFuture(Instant moment) {
            return moment.isAfter(now);
        }

        @Override
        public OptionalLong sameHeadline(String headline) {
            var number = headlines.get(Fold.fold(headline));
            return number == null ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }

    private static Map<Long, Checks.Elsewhere.Standing> standings(Handle read, Collection<Long> numbers) {
        var standings = new HashMap<Long, Checks.Elsewhere.Standing>();
        if (!numbers.isEmpty()) {
            read.createQuery("SELECT number, release FROM story WHERE number IN (<numbers>)")
                    .bindList("numbers", List.copyOf(numbers))
                    .map((row, _) -> Map.entry(row.getLong("number"), row.getString("release")))
                    .forEach(row -> standings.put(
                            row.getKey(),
                            switch (row.getValue()) {
                                case "live" -> Checks.Elsewhere.Standing.LIVE;
                                case "withdrawn" -> Checks.Elsewhere.Standing.WITHDRAWN;
                                default -> Checks.Elsewhere.Standing.NOT_LIVE;
                            }));
        }
        return standings;
    }

    private static OptionalLong sameSource(Handle read, Story story) {
        if (story.sourceNumber().isEmpty()) {
            return OptionalLong.empty();
        }
        return read.createQuery("SELECT MIN(number) AS number FROM story"
                        + " WHERE source_number = :source AND number <> :number AND edition = :edition")
                .bind("source", story.sourceNumber())
                .bind("number", story.number())
                .bind("edition", story.edition())
                .map((row, _) -> {
                    long number = row.getLong("number");
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
                })
                .one();
    }

    private static Map<String, Long> headlines(Handle read, Story story) {
        var headlines = new HashMap<String, Long>();
        read.createQuery("SELECT st.number, r.headline FROM story st JOIN revision r ON r.id = st.live_revision"
                        + " WHERE st.edition = :edition AND st.release = 'live'"
                        + " ORDER BY st.first_released_at DESC, st.number DESC LIMIT :limit")
                .bind("edition", story.edition())
                .bind("limit", HEADLINES)
                .map((row, _) -> Map.entry(row.getLong("number"), row.getString("headline")))
                .forEach(row -> {
                    if (row.getKey() != story.number()) {
                        headlines.putIfAbsent(Fold.fold(row.getValue()), row.getKey());
                    }
                });
        return headlines;
    }
}
