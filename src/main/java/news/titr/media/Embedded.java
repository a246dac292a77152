package news.titr.media;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a picture file says of itself: EXIF from the camera, IPTC from agencies, XMP from newer programs. Kept for the desk;
 * nothing of it reaches readers but what people see in caption and credit.
 *
 * @param orientation how the picture must be turned to stand upright, 1 to 8 as in EXIF
 * @param takenAt as an EXIF, IPTC or ISO date, empty where none is given
 * @param entries everything that was understood, as the desk shows it
 */
record Embedded(
        int orientation,
        String title,
        String caption,
        String alt,
        List<String> creators,
        String credit,
        String rights,
        List<String> keywords,
        String takenAt,
        String expires,
        List<EmbeddedEntry> entries) {

    static final Embedded NONE = new Embedded(1, "", "", "", List.of(), "", "", List.of(), "", "", List.of());

    private static final int MOST_ENTRIES = 200;

    /** Reads what the file carries. A damaged or hostile part is passed over: a picture may be good without it. */
    static Embedded read(byte[] file, FileType type) {
        var parts = EmbeddedParts.of(file, type);
        var exif = parts.exif().map(Exif::read).orElse(Exif.NONE);
        var iptc = parts.iptc().map(Iptc::read).orElse(Iptc.NONE);
        var xmp = parts.xmp().map(Xmp::read).orElse(Xmp.NONE);
        var entries = new ArrayList<EmbeddedEntry>(xmp.entries());
        entries.addAll(iptc.entries());
        entries.addAll(exif.entries());
        return new Embedded(
                exif.orientation(),
                first(xmp.title(), iptc.title(), exif.title()),
                first(xmp.caption(), iptc.caption(), exif.caption()),
                xmp.alt(),
                firstList(xmp.creators(), iptc.creators(), exif.creators()),
                first(xmp.credit(), iptc.credit()),
                first(xmp.rights(), iptc.rights(), exif.rights()),
                firstList(xmp.keywords(), iptc.keywords(), exif.keywords()),
                first(exif.takenAt(), xmp.takenAt(), iptc.takenAt()),
                first(xmp.expires(), iptc.expires()),
                entries.subList(0, Math.min(entries.size(), MOST_ENTRIES)));
    }

    /** What the desk's fields begin with. */
    Asset.Description description(ZoneId zone) {
        var names = new LinkedHashSet<String>(creators);
        if (!credit.isEmpty()) {
            names.add(credit);
        }
        return new Asset.Description(
                alt,
                caption.isEmpty() ? title : caption,
                String.join(" / ", names),
                keywords,
                rights,
                EmbeddedDate.read(expires, zone),
                EmbeddedDate.read(takenAt, zone));
    }

    private static String first(String... texts) {
        for (var text : texts) {
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    @SafeVarargs
    private static List<String> firstList(List<String>... lists) {
        for (var list : lists) {
            if (!list.isEmpty()) {
                return list;
            }
        }
        return List.of();
    }
}
