package news.titr.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.titr.doc.Block;
import news.titr.doc.Body;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class StoryPdfTest {

    private static final Typefaces FACES = Typefaces.load();

    private static byte[] pdf(PdfStory story) {
        return StoryPdf.render(story, SampleStories.surroundings(), FACES);
    }

    static Stream<Arguments> stories() {
        return Stream.of(
                Arguments.of("Persian", SampleStories.bridge()),
                Arguments.of("mixed", SampleStories.mixed()),
                Arguments.of("English", SampleStories.english()),
                Arguments.of("prices", SampleStories.prices()),
                Arguments.of("odd", SampleStories.odd()),
                Arguments.of("long", SampleStories.longOne()),
                Arguments.of("empty", SampleStories.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void everyFileIsArchivableAndAccessible(String name, PdfStory story) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] bytes = pdf(story);
        for (var flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertTrue(
                        result.getTotalAssertions() > 100, "too few checks were made: " + result.getTotalAssertions());
                var failed = result.getTestAssertions().stream()
                        .map(assertion -> assertion.getRuleId().getClause() + "-"
                                + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage())
                        .distinct()
                        .toList();
                assertEquals(List.of(), failed, flavour.toString());
                assertTrue(result.isCompliant());
            }
        }
    }

    @Test
    void persianReadsBackAsItWasWritten() {
        var story = SampleStories.bridge();
        double error = PdfReading.errorPercent(PdfReading.expected(story), PdfReading.text(pdf(story)));
        assertTrue(error <= 0.5, error + " % of the characters differ");
    }

    @Test
    void vowelSignsReadBackAsTheyWereWritten() {
        var story = SampleStories.poem();
        double error = PdfReading.errorPercent(PdfReading.expected(story), PdfReading.text(pdf(story)));
        assertTrue(error <= 0.5, error + " % of the characters differ");
    }

    @Test
    void mixedDirectionsReadBackNearlyAsTheyWereWritten() {
        for (var story : List.of(SampleStories.mixed(), SampleStories.prices(), SampleStories.english())) {
            double error = PdfReading.errorPercent(PdfReading.expected(story), PdfReading.text(pdf(story)));
            assertTrue(error <= 2, story.headline() + ": " + error + " % of the characters differ");
        }
    }

    @Test
    void aLongTableReadsBackWithItsHeadingOnce() {
        var story = SampleStories.longOne();
        String text = PdfReading.text(pdf(story));
        assertTrue(PdfReading.errorPercent(PdfReading.expected(story), text) <= 0.5);
        assertEquals(2, text.split("مبلغ", -1).length, "the repeated headings are furniture");
    }

    @Test
    void halfSpacesAreKept() {
        String text = PdfReading.text(pdf(SampleStories.bridge()));
        assertTrue(text.contains("می\u200Cشود"), text);
        assertTrue(text.contains("رفت\u200Cوآمد"), text);
    }

    @Test
    void theSameRevisionGivesTheSameBytesAlsoFromSeveralThreads() throws Exception {
        byte[] once = pdf(SampleStories.mixed());
        var again = new ArrayList<byte[]>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var fresh = Typefaces.load();
            var tasks = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(
                            () -> StoryPdf.render(SampleStories.mixed(), SampleStories.surroundings(), fresh)))
                    .toList();
            for (var task : tasks) {
                again.add(task.get());
            }
        }
        again.forEach(bytes -> assertArrayEquals(once, bytes));
    }

    @Test
    void theTagsSayWhatEachPartIs() throws IOException {
        try (var document = Loader.loadPDF(pdf(SampleStories.bridge()))) {
            var types = new ArrayList<String>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), types);
            assertEquals(
                    "Document P H1 P P P P P P P P BlockQuote P P P P H2 P"
                            + " L LI Lbl LBody P LI Lbl LBody P LI Lbl LBody P P H2 Table Caption THead TR TH TH TH"
                            + " TBody TR TD TD TD TR TD TD TD TR TD TD TD P",
                    String.join(" ", types));
        }
    }

    private static void collect(PDStructureNode node, List<String> types) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                collect(element, types);
            }
        }
    }

    @Test
    void linksLeadOutAndLinksWithinTheSiteAreMadeAbsolute() throws IOException {
        try (var document = Loader.loadPDF(pdf(SampleStories.odd()))) {
            var addresses = new ArrayList<String>();
            for (var page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    var link = (PDAnnotationLink) annotation;
                    assertFalse(link.getContents().isBlank());
                    addresses.add(link.getAction().getCOSObject().getString("URI"));
                }
            }
            assertEquals(
                    List.of("https://namune.example/news/7/%D9%BE%D9%84", "https://www.aparat.com/v/abc123"),
                    addresses);
        }
    }

    @Test
    void aPictureThatIsMissingOrBrokenLeavesItsCaption() {
        String text = PdfReading.text(pdf(SampleStories.odd()));
        assertTrue(text.contains("تصویری که نیست"), text);
        assertTrue(text.contains("تصویر خراب"), text);
    }

    @Test
    void aBlockThatNobodyKnowsStillShowsItsText() {
        String text = PdfReading.text(pdf(SampleStories.odd()));
        assertTrue(text.contains("متنی از آینده"), text);
    }

    @Test
    void charactersThatTheFontLacksDoNotStopTheStory() {
        String text = PdfReading.text(pdf(SampleStories.odd()));
        assertTrue(text.contains("سلام دنیا"), text);
        assertTrue(text.contains("لازم"), "shaped letters of old systems become letters: " + text);
        assertFalse(text.contains("😀"));
    }

    @Test
    void everyPageHasItsNumberInPersianDigitsAndTheShortLink() throws IOException {
        try (var document = Loader.loadPDF(pdf(SampleStories.bridge()))) {
            var reader = new PDFTextStripper();
            String all = reader.getText(document);
            int pages = document.getNumberOfPages();
            assertEquals(2, pages);
            assertTrue(all.contains("صفحهٔ ۱ از ۲") && all.contains("صفحهٔ ۲ از ۲"), all);
            assertEquals(1 + pages, all.split("namune\\.example/26841", -1).length);
        }
    }

    @Test
    void theOutlineHasTheHeadlineAndTheSubheads() throws IOException {
        try (var document = Loader.loadPDF(pdf(SampleStories.bridge()))) {
            var outline = document.getDocumentCatalog().getDocumentOutline();
            var headline = outline.getFirstChild();
            assertEquals(SampleStories.bridge().headline(), headline.getTitle());
            assertEquals("راهی که کوتاه می‌شود", headline.getFirstChild().getTitle());
            assertEquals(
                    "برنامهٔ روز نخست",
                    headline.getFirstChild().getNextSibling().getTitle());
        }
    }

    @Test
    void aReadAlsoWhoseStoryIsNotLiveIsNotPrinted() {
        var story = SampleStories.persian(
                "", "تیتر", List.of(), "", Body.of(new Block.ReadAlso(9, "خبر پس‌گرفته")), List.of());
        String text = PdfReading.text(StoryPdf.render(story, PdfSurroundings.NONE, FACES));
        assertFalse(text.contains("پس"), text);
    }

    @Test
    void fontsWorkOnThisMachine() {
        assertEquals(Optional.empty(), Typefaces.problem());
    }
}
