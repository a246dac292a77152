package news.titr.screenshots;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.titr.app.Newspaper;
import news.titr.doc.Block;
import news.titr.doc.Markup;
import news.titr.people.Actor;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Outcome;
import news.titr.story.Published;
import news.titr.story.Publishing;
import news.titr.story.StoryType;

/** A handful of stories in English, with pictures of the sample, so that there is a page to look at from left to right. */
public final class EnglishSample {

    private static final String EDITION = "en";

    private record Told(StoryType type, String section, String kicker, String headline, String lead, String picture) {}

    private static final List<Told> STORIES = List.of(
            new Told(
                    StoryType.REPORT,
                    "city",
                    "After twenty-six months of repairs",
                    "The nine-span bridge is back under the city’s feet",
                    "The oldest crossing of the Nilab was given back to walkers at sunset; thousands met in the middle, and many stayed until dark.",
                    "bridge-dusk"),
            new Told(
                    StoryType.NEWS,
                    "science",
                    "From the observatory",
                    "A star that dims every eleven days",
                    "Students at Savaran have found the shadow of a planet in six months of patient measurements.",
                    "telescope"),
            new Told(
                    StoryType.NEWS,
                    "sport",
                    "Nilab 2, Poulad 1",
                    "Nilab take the top from Poulad in the 93rd minute",
                    "Three minutes before the end the game was level; then came a free kick that nobody at the ground will forget.",
                    "football-pitch"),
            new Told(
                    StoryType.NEWS,
                    "economy",
                    "Energy",
                    "A textile mill that runs on sunshine",
                    "The largest mill of the province makes more electricity than it needs, and sells the rest.",
                    "solar-panels"),
            new Told(
                    StoryType.OPINION,
                    "culture",
                    "Column",
                    "Read books aloud",
                    "Some sentences are written for the ear. Try the next page with your voice.",
                    ""),
            new Told(
                    StoryType.NEWS,
                    "city",
                    "Transport",
                    "Three thousand shared bicycles are on their way",
                    "From the middle of next month the first stations open along the river.",
                    "bicycles"),
            new Told(
                    StoryType.INTERVIEW,
                    "culture",
                    "An interview with the novelist",
                    "“My people know more than I do”",
                    "On a book that took nine years, and a city that is in none of its chapters.",
                    ""),
            new Told(
                    StoryType.NEWS,
                    "science",
                    "Wildlife",
                    "The turtles came back with their number plates",
                    "Eleven of the forty turtles that were marked last spring have returned to the marsh.",
                    "wetland-turtle"));

    private static final List<Map.Entry<String, String>> SECTIONS = List.of(
            Map.entry("city", "City"),
            Map.entry("economy", "Economy"),
            Map.entry("culture", "Culture"),
            Map.entry("science", "Science"),
            Map.entry("sport", "Sport"));

    private static final String BODY = """
            There was no red ribbon. At twenty-six minutes past four the foreman lifted the last wooden bar, leaned it against the wall and said quietly: “After you. She is old.” People laughed, and went quietly.

            Last year’s crack was as wide as a finger. Engineers thought that one pier would be enough; then it turned out to stand on oak.

            ## What lay under the water

            Divers spent eighteen days at the foot of the fourth pier. “We found the first sketch of the builders, scratched into the stone,” says one of them.

            - on foot, at all hours
            - by bicycle, from six to nine in the morning
            - by car, never again

            The bridge will be closed on one day in spring, for a look at the piers.
            """;

    private final Newspaper newspaper;
    private final Actor technician = new Actor.Technician();

    public EnglishSample(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    public void load() {
        newspaper.sections.keep(EDITION, SECTIONS);
        var now = newspaper.clock.instant();
        for (int i = 0; i < STORIES.size(); i++) {
            var told = STORIES.get(i);
            var released = now.minus(Duration.ofMinutes(40L + 95L * i));
            var content = new Content(
                    told.kicker(),
                    told.headline(),
                    List.of(),
                    told.lead(),
                    Markup.read(BODY),
                    told.section(),
                    List.of("Nilab", "repairs"),
                    List.of("Sara Izadmehr"),
                    "Savaran",
                    "",
                    "",
                    new Published.At(released),
                    Optional.of(told.picture())
                            .filter(picture -> !picture.isEmpty())
                            .map(picture -> new Block.Picture(picture, told.headline(), "", "Drawing: Karaneh")));
            var draft = done(newspaper.drafting.begin(
                    technician, Drafting.Beginning.in(EDITION).withType(told.type()), content));
            done(newspaper.publishing.publishFromArchive(
                    technician, draft.number(), Publishing.Seen.of(draft), released));
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(var value, var _)) {
            return value;
        }
        throw new IllegalStateException("A story of the sample was refused: " + outcome);
    }
}
