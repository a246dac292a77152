package news.titr.wire.wordpress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.Arrival;

/** Writes exports as WordPress does. */
public final class Wxr {

    public static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
              xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:wp="http://wordpress.org/export/1.2/">
            <channel>
            <title>خبر</title><link>https://khabar.example</link>
            <wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>https://khabar.example</wp:base_site_url>
            <wp:base_blog_url>https://khabar.example</wp:base_blog_url>
            <wp:author><wp:author_id>3</wp:author_id><wp:author_login>sara.k</wp:author_login>
              <wp:author_display_name><![CDATA[سارا کاظمی]]></wp:author_display_name></wp:author>
            <wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>%d8%b4%d9%87%d8%b1</wp:category_nicename>
              <wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[شهر]]></wp:cat_name></wp:category>
            <wp:category><wp:term_id>6</wp:term_id><wp:category_nicename>transport</wp:category_nicename>
              <wp:category_parent>%d8%b4%d9%87%d8%b1</wp:category_parent><wp:cat_name><![CDATA[حمل‌ونقل]]></wp:cat_name></wp:category>
            <wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>world</wp:category_nicename>
              <wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[جهان]]></wp:cat_name></wp:category>
            <wp:tag><wp:term_id>9</wp:term_id><wp:tag_slug>old-bridge</wp:tag_slug><wp:tag_name><![CDATA[پل کهنه]]></wp:tag_name></wp:tag>
            """;

    public static final String FOOT = "</channel>\n</rss>\n";

    private Wxr() {}

    /** An item that readers had, with more elements. */
    public static String post(int id, String title, String content, String more) {
        return item("post", "publish", id, title, content, more);
    }

    public static String item(String type, String status, int id, String title, String content, String more) {
        return """
                <item><title>%s</title><link>https://khabar.example/1393/01/05/khabar-%d/</link>
                <pubDate>Tue, 25 Mar 2014 08:00:00 +0000</pubDate><dc:creator><![CDATA[sara.k]]></dc:creator>
                <guid isPermaLink="false">https://khabar.example/?p=%d</guid><description></description>
                <content:encoded><![CDATA[%s]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
                <wp:post_id>%d</wp:post_id><wp:post_date>2014-03-25 12:30:00</wp:post_date>
                <wp:post_date_gmt>2014-03-25 08:00:00</wp:post_date_gmt><wp:post_name>khabar-%d</wp:post_name>
                <wp:status>%s</wp:status><wp:post_parent>0</wp:post_parent><wp:post_type>%s</wp:post_type>
                %s</item>
                """.formatted(title, id, id, content, id, id, status, type, more);
    }

    public static String meta(String key, String value) {
        return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" + value
                + "]]></wp:meta_value></wp:postmeta>";
    }

    public static Path write(Path folder, String name, String... items) {
        try {
            return Files.writeString(folder.resolve(name), HEAD + String.join("", items) + FOOT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static WordPressReader reader(Path... files) {
        return new WordPressReader(
                ArchiveFiles.of(List.of(files), ".xml"), WordPressOptions.usual(Arrival.TEHRAN, Arrival.ADDRESSES));
    }
}
