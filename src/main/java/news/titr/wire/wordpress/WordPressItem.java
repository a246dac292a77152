package news.titr.wire.wordpress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.titr.wire.moving.Where;
import news.titr.wire.moving.XmlRecords;

/** One item of an export as it stands there, before anything is made of it. */
final class WordPressItem {

    /** In characters, of fields that are one line. */
    private static final int LINE = 20_000;

    private static final int META = 200_000;
    private static final int MOST_META = 500;

    final Map<String, String> fields = new LinkedHashMap<>();
    final Map<String, String> meta = new LinkedHashMap<>();
    final List<Term> terms = new ArrayList<>();
    final List<Remark> comments = new ArrayList<>();
    long line;
    boolean tooLong;

    /** A category, tag or other term of an item. */
    record Term(String domain, String slug, String name) {}

    /** A comment of an item. */
    record Remark(Map<String, String> fields) {
        String field(String name) {
            return fields.getOrDefault("wp:comment_" + name, "").strip();
        }
    }

    /** Reads an item whose start the reader is at, to its end. */
    static WordPressItem read(XmlRecords xml) {
        var item = new WordPressItem();
        item.line = xml.line();
        xml.tooLong();
        while (xml.next() && !xml.isEnd("item")) {
            if (xml.isStart()) {
                item.child(xml);
            }
        }
        item.tooLong = xml.tooLong();
        return item;
    }

    private void child(XmlRecords xml) {
        switch (xml.name()) {
            case "category" ->
                terms.add(new Term(
                        WordPressTerms.or(xml.attribute("domain"), "category"),
                        WordPressTerms.decoded(xml.attribute("nicename")),
                        xml.text(LINE).strip()));
            case "wp:postmeta" -> meta(xml);
            case "wp:comment" -> comment(xml);
            case "content:encoded", "excerpt:encoded" -> fields.putIfAbsent(xml.name(), xml.text());
            default -> {
                if (xml.name().contains(":")
                        && !xml.name().startsWith("wp:")
                        && !xml.name().startsWith("dc:")) {
                    xml.skip();
                } else {
                    fields.putIfAbsent(xml.name(), xml.text(LINE));
                }
            }
        }
    }

    private void meta(XmlRecords xml) {
        String key = "";
        String value = "";
        while (xml.next() && !xml.isEnd("wp:postmeta")) {
            if (xml.isStart("wp:meta_key")) {
                key = xml.text(LINE).strip();
            } else if (xml.isStart("wp:meta_value")) {
                value = xml.text(META);
                // what plug-ins keep for themselves may be of any length, and is not what somebody wrote
                xml.tooLong();
            } else if (xml.isStart()) {
                xml.skip();
            }
        }
        if (!key.isEmpty() && !value.isBlank() && meta.size() < MOST_META) {
            meta.putIfAbsent(key, value);
        }
    }

    private void comment(XmlRecords xml) {
        var read = new LinkedHashMap<String, String>();
        while (xml.next() && !xml.isEnd("wp:comment")) {
            if (xml.isStart("wp:comment_content")) {
                read.put(xml.name(), xml.text(1_000_000));
            } else if (xml.isStart("wp:commentmeta")) {
                xml.skip();
            } else if (xml.isStart()) {
                read.put(xml.name(), xml.text(LINE));
            }
        }
        comments.add(new Remark(read));
    }

    // ---- fields

    String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    String wp(String name) {
        return field("wp:" + name);
    }

    String id() {
        return WordPressTerms.or(wp("post_id"), WordPressTerms.or(field("guid"), field("link")));
    }

    String type() {
        return WordPressTerms.or(wp("post_type"), "post");
    }

    String meta(String key) {
        return meta.getOrDefault(key, "").strip();
    }

    Where where() {
        return new Where(type(), id(), news.titr.wire.html.HtmlBlocks.line(field("title")), line);
    }
}
