package news.titr.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.titr.media.Asset;
import news.titr.media.FileType;
import news.titr.media.MediaProblem;
import news.titr.media.Slot;

/** Pictures as the screens of the desk and its scripts are told of them. */
final class PictureWords {

    private final DeskFrame frame;

    PictureWords(DeskFrame frame) {
        this.frame = frame;
    }

    /**
     * A picture in the grid.
     *
     * @param thumbnail address of a small size, or empty where there is none to show
     * @param marks what is missing or special, in words
     * @param json what a script that chooses it gets
     */
    public record Card(
            String id,
            String address,
            String thumbnail,
            int width,
            int height,
            String name,
            String credit,
            List<Mark> marks,
            String json) {}

    /** @param kind for the style sheet: fact or lack */
    public record Mark(String kind, String words) {}

    Card card(Asset asset) {
        var small = asset.atLeast(Slot.TEASER, 320);
        return new Card(
                asset.id(),
                address(asset),
                small.map(Asset.Rendition::address).orElse(""),
                small.map(Asset.Rendition::width).orElse(0),
                small.map(Asset.Rendition::height).orElse(0),
                asset.name(),
                asset.credit(),
                marks(asset),
                json(asset).toString());
    }

    static String address(Asset asset) {
        return "/desk/pictures/" + asset.id();
    }

    List<Mark> marks(Asset asset) {
        var marks = new ArrayList<Mark>();
        switch (asset.kind()) {
            case PICTURE -> {
                if (asset.original().moving()) {
                    marks.add(new Mark("fact", frame.word("picture.moving")));
                }
            }
            case VIDEO, AUDIO ->
                marks.add(new Mark(
                        "fact", kind(asset) + " " + length(asset.original().length())));
        }
        if (asset.description().expired(frame.now())) {
            marks.add(new Mark("lack", frame.word("picture.expired")));
        }
        if (asset.description().alt().isEmpty()) {
            marks.add(new Mark("lack", frame.word("picture.no-alt")));
        }
        if (asset.credit().isEmpty()) {
            marks.add(new Mark("lack", frame.word("picture.no-credit")));
        }
        return marks;
    }

    String kind(Asset asset) {
        return switch (asset.kind()) {
            case PICTURE -> asset.original().type().name();
            case VIDEO -> frame.word("picture.video");
            case AUDIO -> frame.word("picture.audio");
        };
    }

    private String length(Duration length) {
        return length.isZero()
                ? ""
                : frame.dates().digits().apply("%d:%02d".formatted(length.toMinutes(), length.toSecondsPart()));
    }

    /** «۴۰۰۰ × ۳۰۰۰، ۲٫۱ مگابایت، JPEG». */
    String facts(Asset asset) {
        var original = asset.original();
        var facts = new ArrayList<String>();
        if (original.width() > 0) {
            facts.add(digits(original.width() + "×" + original.height()));
        }
        if (original.bytes() > 0) {
            facts.add(
                    original.bytes() >= 1_000_000
                            ? frame.word("picture.megabytes", digits(Long.toString(original.bytes() / 1_000_000)))
                            : frame.word(
                                    "picture.kilobytes", digits(Long.toString(Math.max(1, original.bytes() / 1000)))));
        }
        facts.add(original.type().name());
        if (asset.kind() != FileType.Kind.PICTURE && !original.length().isZero()) {
            facts.add(length(original.length()));
        }
        return String.join(frame.word("site.comma"), facts);
    }

    private String digits(String text) {
        return frame.dates().digits().apply(text);
    }

    String problem(MediaProblem problem) {
        return frame.word(problem.kind().messageKey(), digits(problem.detail()));
    }

    /** What the editor puts into a story, see {@code web/desk/picture-picker.js}. */
    ObjectNode json(Asset asset) {
        var shown = asset.atLeast(640);
        return JsonNodeFactory.instance
                .objectNode()
                .put("asset", asset.id())
                .put("kind", asset.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("alt", asset.description().alt())
                .put("caption", asset.description().caption())
                .put("credit", asset.credit())
                .put("width", shown.map(Asset.Rendition::width).orElse(0))
                .put("height", shown.map(Asset.Rendition::height).orElse(0))
                .put("address", shown.map(Asset.Rendition::address).orElse(""))
                .put("name", asset.name())
                .put("page", address(asset));
    }
}
