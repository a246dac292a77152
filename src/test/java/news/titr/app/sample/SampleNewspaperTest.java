package news.titr.app.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class SampleNewspaperTest {
    private static final Pattern READ_ALSO = Pattern.compile("(?m)^=> (\\d+) (.*)$");
    private static final Pattern PICTURE_IN_BODY = Pattern.compile("!\\[[^\\]]+\\]\\((\\S+) \"[^\"]+\"\\)");

    private final List<SampleStory> stories = SampleStories.read();
    private final SampleNewspaper newspaper = SampleNewspaper.read();
    private final SamplePictures pictures = new SamplePictures();

    @Test
    void theIndexNamesEveryFile() throws IOException {
        Path folder = Path.of("src/main/resources/sample/stories");
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> onDisk = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".titr"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    List.copyOf(onDisk),
                    Files.readString(folder.resolve("index.txt")).lines().toList());
        }
    }

    @Test
    void sixtyStoriesRunFromOldToNewTenToASection() {
        assertEquals(60, stories.size());
        for (int i = 0; i < stories.size(); i++) {
            assertEquals(1001 + i, stories.get(i).number());
            if (i > 0) {
                Duration older = stories.get(i - 1).age();
                assertTrue(
                        older.compareTo(stories.get(i).age()) > 0,
                        "age of " + stories.get(i).number());
            }
        }
        Map<String, Long> bySection =
                stories.stream().collect(Collectors.groupingBy(SampleStory::section, Collectors.counting()));
        assertEquals(
                newspaper.sections().stream().collect(Collectors.toMap(SampleNewspaper.Section::slug, s -> 10L)),
                bySection);
    }

    @Test
    void theFrontPageHasOneLeadThreeSecondsAndThreeOpinions() {
        Map<SampleStory.Front, Long> places =
                stories.stream().collect(Collectors.groupingBy(SampleStory::front, Collectors.counting()));
        assertEquals(1, places.get(SampleStory.Front.LEAD));
        assertEquals(3, places.get(SampleStory.Front.SECOND));
        assertEquals(3, places.get(SampleStory.Front.OPINION));
        assertTrue(stories.stream()
                .filter(story -> story.front() != SampleStory.Front.NOWHERE)
                .allMatch(story -> story.picture() != null));
    }

    @Test
    void everyTypeIsKnownEveryLeadIsOneParagraphOfTwentyFiveToFortyFiveWords() {
        Set<String> types = Set.of("news", "report", "video", "interview", "opinion", "picture", "live");
        for (SampleStory story : stories) {
            assertTrue(types.contains(story.type()), story.number() + ": " + story.type());
            int words = story.lead().split(" ").length;
            assertTrue(words >= 25 && words <= 45, story.number() + ": " + words + " words in the lead");
        }
    }

    @Test
    void everyBylineIsAnAuthorAndEveryOpinionHasOne() {
        Set<String> authors =
                newspaper.authors().stream().map(SampleNewspaper.Author::name).collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        for (SampleStory story : stories) {
            if (story.byline() != null) {
                assertTrue(authors.contains(story.byline()), story.number() + ": " + story.byline());
                used.add(story.byline());
            }
            assertTrue(story.byline() != null || !story.type().equals("opinion"), story.number() + " has no byline");
        }
        assertEquals(authors, used);
    }

    @Test
    void readAlsoLinksNameAnotherStoryByItsHeadline() {
        Map<Integer, SampleStory> byNumber =
                stories.stream().collect(Collectors.toMap(SampleStory::number, Function.identity()));
        int links = 0;
        for (SampleStory story : stories) {
            Matcher link = READ_ALSO.matcher(story.body());
            while (link.find()) {
                SampleStory other = byNumber.get(Integer.valueOf(link.group(1)));
                assertNotNull(other, story.number() + " points to " + link.group(1));
                assertEquals(other.headline(), link.group(2), "read-also in " + story.number());
                assertTrue(other.number() != story.number());
                links++;
            }
        }
        assertTrue(links >= 30, links + " links");
    }

    @Test
    void everyPictureThatIsAskedForIsDrawnAndEveryDrawnOneIsUsed() {
        Set<String> asked = new HashSet<>();
        for (SampleStory story : stories) {
            if (story.picture() != null) {
                asked.add(story.picture().key());
            }
            Matcher inBody = PICTURE_IN_BODY.matcher(story.body());
            while (inBody.find()) {
                asked.add(inBody.group(1));
            }
        }
        assertEquals(pictures.keys(), asked);
    }

    @Test
    void correctionsCameAfterTheStory() {
        List<SampleStory> corrected =
                stories.stream().filter(story -> !story.corrections().isEmpty()).toList();
        assertEquals(3, corrected.size());
        for (SampleStory story : corrected) {
            story.corrections()
                    .forEach(correction -> assertTrue(correction.age().compareTo(story.age()) < 0));
        }
    }

    @Test
    void thePersianIsCleanlySet() {
        Map<String, Pattern> faults = Map.of(
                "Arabic ye, kaf or digits", Pattern.compile("[\\u064A\\u0643\\u0649\\u0629\\u0660-\\u0669]"),
                "a straight quote", Pattern.compile("[\"'](?![^\\n]*\\)$)"),
                "a space where a half-space belongs after mi", Pattern.compile("(?<![\\p{L}\\u200C])ن?می (?=\\p{L})"),
                "a plural torn off its word", Pattern.compile(" ها(?:ی|یی|یش|یشان)?(?![\\p{L}\\u200C])"),
                "a half-space beside a space or sign", Pattern.compile("\\u200C[\\s\\u200C،.؛:؟!»]|[\\s]\\u200C"),
                "a space before a sign", Pattern.compile(" [،؛:؟!.»]"),
                "a Latin comma, semicolon or question mark in Persian", Pattern.compile("[\\u0600-\\u06FF] ?[,;?]"),
                "two spaces", Pattern.compile("  "));
        for (SampleStory story : stories) {
            String text = String.join("\n", story.headline(), story.lead(), story.body());
            String pictureFree = PICTURE_IN_BODY.matcher(text).replaceAll("");
            faults.forEach((fault, pattern) -> {
                Matcher found = pattern.matcher(pictureFree);
                assertTrue(
                        !found.find(),
                        () -> story.number() + " has " + fault + ": "
                                + pictureFree.substring(
                                        Math.max(0, found.start() - 15),
                                        Math.min(pictureFree.length(), found.end() + 15)));
            });
            assertTrue(Normalizer.isNormalized(text, Normalizer.Form.NFC), story.number() + " is not NFC");
            assertTrue(text.indexOf('\u200C') > 0, story.number() + " has lost its half-spaces");
        }
    }

    @Test
    void everyPictureIsAJpegOfItsStatedSizeAndTheSameEachTime() throws IOException {
        for (String key : pictures.keys()) {
            byte[] jpeg = pictures.jpeg(key);
            var image = ImageIO.read(new ByteArrayInputStream(jpeg));
            assertEquals(pictures.width(key), image.getWidth(), key);
            assertEquals(pictures.height(key), image.getHeight(), key);
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < image.getHeight(); y += 25) {
                for (int x = 0; x < image.getWidth(); x += 25) {
                    colours.add(image.getRGB(x, y) & 0xf0f0f0);
                }
            }
            assertTrue(colours.size() > 20, key + " is nearly empty: " + colours.size() + " colours");
        }
        assertArrayEquals(pictures.jpeg("bridge-dusk"), new SamplePictures().jpeg("bridge-dusk"));
    }

    @Test
    void aStoryFileWithAWrongFieldIsRefusedByName() {
        var wrong = assertThrows(
                IllegalArgumentException.class,
                () -> SampleStories.parse("x.titr", "number: 1\nheadlin: تیتر\n---\nمتن"));
        assertTrue(wrong.getMessage().contains("headlin"));
    }
}
