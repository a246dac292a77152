package news.titr.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shapes that pictures are shown in. This is the one place that says what shapes there are, and in which widths. */
public enum Slot {
    /** The whole picture, as on its story's own page. */
    WHOLE(0, 0, 320, 640, 960, 1600),
    /** The lead of the front page. */
    LEAD(16, 9, 640, 960, 1600),
    /** A story in a list. */
    TEASER(3, 2, 320, 640, 960),
    /** A face, a thumbnail. */
    SQUARE(1, 1, 160, 320),
    /** The card that social networks and messengers show. */
    SOCIAL(1200, 630, 1200);

    private final int across;
    private final int down;
    private final List<Integer> widths;

    Slot(int across, int down, Integer... widths) {
        this.across = across;
        this.down = down;
        this.widths = List.of(widths);
    }

    /** The slots that cut something off. */
    public static List<Slot> cropped() {
        return Arrays.stream(values()).filter(slot -> slot != WHOLE).toList();
    }

    /** Width divided by height; zero for the whole picture. */
    public double ratio() {
        return this == WHOLE ? 0 : (double) across / down;
    }

    /** In pixels, narrowest first. */
    List<Integer> widths() {
        return widths;
    }

    /** As it stands in addresses, forms and message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Slot> of(String id) {
        return Arrays.stream(values()).filter(slot -> slot.id().equals(id)).findFirst();
    }
}
