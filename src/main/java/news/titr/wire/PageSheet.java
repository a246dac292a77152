package news.titr.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.titr.doc.Body;
import news.titr.language.Digits;
import news.titr.language.Shorten;

/** What has been found on a page so far. */
final class PageSheet {

    private static final int LONGEST_DETAIL = 60;

    String browserTitle = "";
    String siteName = "";
    String pageClock = "";
    String sourceNumber = "";
    String kicker = "";
    String headline = "";
    String lead = "";
    String source = "";
    String publishedText = "";
    final List<String> tags = new ArrayList<>();
    final List<Doubt> doubts = new ArrayList<>();
    final List<PageLine> particulars = new ArrayList<>();
    final List<PageLine> furniture = new ArrayList<>();

    void doubt(PageLine line, Doubt.Kind kind) {
        doubts.add(new Doubt(line.number(), kind, shortened(line.text())));
    }

    void doubt(Doubt.Kind kind) {
        doubts.add(new Doubt(0, kind, ""));
    }

    /** Takes over what a line says about the story. */
    void learn(PageLine line, Particular particular, boolean aboveHeadline) {
        String value = particular.value();
        switch (particular.kind()) {
            case NUMBER -> {
                if (sourceNumber.isEmpty()) {
                    sourceNumber = Digits.ascii(value);
                } else if (!sourceNumber.equals(Digits.ascii(value))) {
                    doubt(line, Doubt.Kind.NUMBER_TWICE);
                }
            }
            case BARE_DATE -> {
                if (aboveHeadline && pageClock.isEmpty()) {
                    pageClock = value;
                    doubt(line, Doubt.Kind.CLOCK);
                } else {
                    published(line, value);
                }
            }
            case PUBLISHED -> published(line, value);
            case TAGS -> {
                if (tags.isEmpty()) {
                    doubt(line, Doubt.Kind.TAGS_GUESSED);
                }
                for (String tag : value.split("[،,#|؛;•]")) {
                    String name = tag.strip().replace('_', ' ');
                    if (!name.isEmpty() && name.length() <= 60 && !tags.contains(name)) {
                        tags.add(name);
                    }
                }
            }
            case SECTION -> doubt(line, Doubt.Kind.SECTION_SAID);
            case BYLINE -> doubt(line, Doubt.Kind.BYLINE_SAID);
            case SOURCE -> {
                if (source.isEmpty()) {
                    source = value;
                    doubt(line, Doubt.Kind.SOURCE_GUESSED);
                }
            }
        }
    }

    private void published(PageLine line, String value) {
        if (publishedText.isEmpty()) {
            publishedText = value;
        }
        doubts.add(new Doubt(line.number(), Doubt.Kind.PUBLISHED_SAID, value));
    }

    PageReading.Read read(Body body) {
        var byLine = Comparator.comparingInt(PageLine::number);
        return new PageReading.Read(
                browserTitle,
                siteName,
                pageClock,
                sourceNumber,
                kicker,
                headline,
                lead,
                body,
                source,
                publishedText,
                tags,
                doubts.stream().sorted(Comparator.comparingInt(Doubt::line)).toList(),
                particulars.stream().sorted(byLine).toList(),
                furniture.stream().sorted(byLine).toList(),
                0);
    }

    private static String shortened(String text) {
        return Shorten.atWord(text, LONGEST_DETAIL);
    }
}
