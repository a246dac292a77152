package news.titr.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What agencies write (IPTC-IIM): numbered datasets, of which one may say that the rest is UTF-8. */
record Iptc(
        String title,
        String caption,
        List<String> creators,
        String credit,
        String rights,
        List<String> keywords,
        String takenAt,
        String expires,
        List<EmbeddedEntry> entries) {

    static final Iptc NONE = new Iptc("", "", List.of(), "", "", List.of(), "", "", List.of());

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(5, "ObjectName"),
            Map.entry(25, "Keywords"),
            Map.entry(37, "ExpirationDate"),
            Map.entry(40, "SpecialInstructions"),
            Map.entry(55, "DateCreated"),
            Map.entry(60, "TimeCreated"),
            Map.entry(80, "By-line"),
            Map.entry(85, "By-lineTitle"),
            Map.entry(90, "City"),
            Map.entry(92, "Sub-location"),
            Map.entry(95, "Province-State"),
            Map.entry(101, "Country"),
            Map.entry(105, "Headline"),
            Map.entry(110, "Credit"),
            Map.entry(115, "Source"),
            Map.entry(116, "CopyrightNotice"),
            Map.entry(120, "Caption"),
            Map.entry(122, "Writer"));

    static Iptc read(byte[] part) {
        var entries = new ArrayList<EmbeddedEntry>();
        boolean utf8 = false;
        int at = 0;
        while (at + 5 <= part.length && part[at] == 0x1C) {
            int record = part[at + 1] & 0xFF;
            int number = part[at + 2] & 0xFF;
            int length = (part[at + 3] & 0xFF) << 8 | part[at + 4] & 0xFF;
            at += 5;
            if (length > part.length - at) {
                break;
            }
            byte[] value = Arrays.copyOfRange(part, at, at + length);
            at += length;
            if (record == 1 && number == 90) {
                utf8 = Arrays.equals(value, new byte[] {0x1B, '%', 'G'});
            }
            String name = NAMES.get(number);
            if (record == 2 && name != null) {
                String text = utf8
                        ? EmbeddedLetters.clean(new String(value, StandardCharsets.UTF_8))
                        : EmbeddedLetters.read(value);
                if (!text.isEmpty()) {
                    entries.add(new EmbeddedEntry("IPTC", name, text));
                }
            }
        }
        return new Iptc(
                first(entries, "Headline", "ObjectName"),
                first(entries, "Caption"),
                all(entries, "By-line"),
                first(entries, "Credit", "Source"),
                first(entries, "CopyrightNotice"),
                all(entries, "Keywords"),
                moment(first(entries, "DateCreated"), first(entries, "TimeCreated")),
                first(entries, "ExpirationDate"),
                entries);
    }

    private static String moment(String date, String time) {
        return time.length() >= 6 ? date + "T" + time : date;
    }

    private static List<String> all(List<EmbeddedEntry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(EmbeddedEntry::value)
                .distinct()
                .toList();
    }

    private static String first(List<EmbeddedEntry> entries, String... names) {
        for (var name : names) {
            var found = all(entries, name);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return "";
    }
}
