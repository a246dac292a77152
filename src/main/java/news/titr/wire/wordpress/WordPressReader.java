package news.titr.wire.wordpress;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.ArchiveReader;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.Receiver;
import news.titr.wire.moving.XmlRecords;

/**
 * Reads the exports of WordPress, of which a large newspaper has many files. It goes through them twice: items name pictures,
 * authors and categories that may stand anywhere.
 */
public final class WordPressReader implements ArchiveReader {

    private static final int MOST_REUSABLE = 10_000;

    /** Items that are the furniture of a site, and nothing that anybody wrote. */
    private static final Map<String, String> FURNITURE = Map.ofEntries(
            Map.entry("nav_menu_item", "an entry of a menu"),
            Map.entry("revision", "an older version; the export has them without order"),
            Map.entry("custom_css", "a style sheet"),
            Map.entry("customize_changeset", "a setting"),
            Map.entry("oembed_cache", "a copy of something elsewhere"),
            Map.entry("user_request", "a request for personal data"),
            Map.entry("wp_template", "a template"),
            Map.entry("wp_template_part", "a template"),
            Map.entry("wp_global_styles", "a setting"),
            Map.entry("wp_navigation", "a menu"),
            Map.entry("wp_font_family", "a font"),
            Map.entry("wp_font_face", "a font"));

    private final ArchiveFiles files;
    private final WordPressOptions options;
    private final WordPressTerms terms = new WordPressTerms();
    private final WordPressFiles attachments = new WordPressFiles();
    private final Map<String, String> reusable = new HashMap<>();
    private String site = "";

    public WordPressReader(ArchiveFiles files, WordPressOptions options) {
        this.files = files;
        this.options = options;
    }

    @Override
    public String source() {
        String host = site.replaceFirst("(?i)^https?://(?:www\\.)?", "").replaceFirst("/+$", "");
        return "wordpress:" + (host.isEmpty() ? "unknown" : host);
    }

    @Override
    public long size() {
        return files.size();
    }

    // ---- looking through it

    @Override
    public void survey(LongConsumer progress) {
        long before = 0;
        for (var part : files.parts()) {
            long start = before;
            boolean found = false;
            try (var in = ArchiveFiles.open(part, read -> progress.accept(start + read));
                    var xml = XmlRecords.open(part.name(), in)) {
                while (xml.next()) {
                    if (xml.isStart()) {
                        found |= xml.isStart("channel");
                        survey(xml);
                    }
                }
            } catch (IOException e) {
                throw new BadArchive(part.name() + ": It cannot be read: " + e.getMessage(), e);
            }
            if (!found) {
                throw new BadArchive(part.name() + ": It is XML, but no export of WordPress: it has no channel");
            }
            before += part.size();
        }
    }

    private void survey(XmlRecords xml) {
        switch (xml.name()) {
            case "item" -> {
                var item = WordPressItem.read(xml);
                item.terms.forEach(terms::seen);
                if (item.type().equals("attachment")) {
                    attachments.add(item, site);
                } else if (item.type().equals("wp_block") && reusable.size() < MOST_REUSABLE) {
                    reusable.put(item.id(), item.field("content:encoded"));
                }
            }
            case "wp:base_blog_url" -> site = xml.text(2_000).strip();
            case "link" -> site = WordPressTerms.or(site, xml.text(2_000).strip());
            case "wp:author" -> terms.author(fields(xml, "wp:author"));
            case "wp:category" -> terms.category(fields(xml, "wp:category"));
            case "wp:tag" -> terms.tag(fields(xml, "wp:tag"));
            case "image", "wp:term" -> xml.skip();
            default -> {}
        }
    }

    private static Map<String, String> fields(XmlRecords xml, String end) {
        var fields = new LinkedHashMap<String, String>();
        while (xml.next() && !xml.isEnd(end)) {
            if (xml.isStart("wp:termmeta")) {
                xml.skip();
            } else if (xml.isStart()) {
                fields.put(xml.name(), xml.text(20_000));
            }
        }
        return fields;
    }

    // ---- handing it over

    @Override
    public void read(Receiver receiver) {
        var addresses = new WordPressAddresses(site);
        var mapping = new WordPressMapping(options, terms, attachments, reusable, site, source(), addresses, receiver);
        Set<String> logins = new LinkedHashSet<>();
        long before = 0;
        for (var part : files.parts()) {
            long start = before;
            try (var in = ArchiveFiles.open(part, read -> receiver.progress(start + read));
                    var xml = XmlRecords.open(part.name(), in)) {
                while (xml.next()) {
                    if (xml.isStart("item")) {
                        var item = WordPressItem.read(xml);
                        logins.add(item.field("dc:creator"));
                        item(item, mapping, receiver);
                    }
                }
            } catch (IOException e) {
                throw new BadArchive(part.name() + ": It cannot be read: " + e.getMessage(), e);
            }
            before += part.size();
        }
        addresses.lists(terms, logins, receiver, options.addresses(), mapping.sectionsUsed());
    }

    private final Set<String> ids = new HashSet<>();

    private void item(WordPressItem item, WordPressMapping mapping, Receiver receiver) {
        String type = item.type();
        String kind = options.types().getOrDefault(type, usualKind(type));
        if (item.id().isEmpty()) {
            receiver.refuse(item.where(), "it has neither a number nor an address");
        } else if (item.tooLong) {
            receiver.refuse(item.where(), "a text is longer than " + XmlRecords.LONGEST_TEXT + " characters");
        } else if (FURNITURE.containsKey(type)) {
            receiver.skip(item.where(), FURNITURE.getOrDefault(type, ""));
        } else if (type.equals("attachment")) {
            mapping.attachment(item);
        } else if (item.wp("status").equals("trash") || item.wp("status").equals("auto-draft")) {
            receiver.skip(item.where(), "its status is " + item.wp("status"));
        } else if (!ids.add(item.id())) {
            receiver.skip(item.where(), "the export has it twice");
        } else {
            switch (kind) {
                case "story" -> mapping.story(item);
                case "page" -> mapping.page(item);
                case "reusable" -> receiver.skip(item.where(), "a block that stories use; it stands in each of them");
                default ->
                    receiver.skip(
                            item.where(),
                            "nobody has said what type " + type + " is; say --type " + type + "=story or page");
            }
        }
    }

    private static String usualKind(String type) {
        return switch (type) {
            case "post" -> "story";
            case "page" -> "page";
            case "wp_block" -> "reusable";
            default -> "";
        };
    }
}
