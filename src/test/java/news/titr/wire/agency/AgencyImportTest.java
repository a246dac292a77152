package news.titr.wire.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import news.titr.World;
import news.titr.doc.Markup;
import news.titr.story.Published;
import news.titr.story.Release;
import news.titr.story.Revision;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.Arrival;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.ImportReport.Fate;
import news.titr.wire.moving.OldDates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agencies and feeds send comes in as drafts, every item accounted for. */
@Tag("database")
class AgencyImportTest {

    private final World world = new World();
    private final Arrival arrival = new Arrival(world);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anRssItemIsADraftWithItsTextItsDateAndItsSource() throws IOException {
        file("feed.xml", """
                <?xml version="1.0"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>خبرگزاری مهر</title>
                <item><guid>1</guid><title>پل باز می\u200Cشود</title><link>https://khabar.example/1</link>
                 <description>خلاصه &lt;b&gt;خبر&lt;/b&gt;</description>
                 <content:encoded><![CDATA[<p>بند <a href="/2">پیوند</a></p><script>alert(1)</script>]]></content:encoded>
                 <category>پل</category><dc:creator>سارا</dc:creator><pubDate>Sat, 01 May 2021 10:00:00 GMT</pubDate></item>
                <item><title></title></item>
                </channel></rss>
                """);
        bring(WireFormat.FEED, false);
        assertEquals(List.of(Fate.TAKEN, Fate.SKIPPED), fates());
        var revision = revision("1");
        assertEquals("پل باز می\u200Cشود", revision.content().headline());
        assertEquals("خلاصه خبر", revision.content().lead());
        assertEquals(
                "بند\\ [پیوند](https://khabar.example/2)",
                Markup.write(revision.content().body()).strip());
        assertEquals(List.of("پل"), revision.content().tags());
        assertEquals(List.of("سارا"), revision.content().authors());
        assertEquals("خبرگزاری مهر", revision.content().source());
        assertTrue(world.newsroom.story(number("1")).orElseThrow().release() instanceof Release.Unreleased);

        bring(WireFormat.FEED, false);
        assertEquals(List.of(Fate.THERE, Fate.SKIPPED), fates(), "the same item is the same story");
    }

    @Test
    void anArchiveOfOnesOwnIsBeforeReadersWithTheDatesThatItHad() throws IOException {
        file("feed.xml", """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://khabar.example/a/"><title>روزنامه</title>
                <entry><id>tag:1</id><title type="html">پل &amp;amp; راه</title><link href="b"/>
                 <published>2021-05-01T10:00:00Z</published><updated>2021-05-02T10:00:00Z</updated>
                 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>بند <a href="c">یک</a></p></div></content>
                </entry></feed>
                """);
        bring(WireFormat.FEED, true);
        assertEquals(List.of(Fate.TAKEN), fates());
        var content = revision("tag:1").content();
        assertEquals("پل & راه", content.headline());
        assertEquals(
                "بند\\ [یک](https://khabar.example/a/c)",
                Markup.write(content.body()).strip());
        assertEquals(new Published.At(Instant.parse("2021-05-01T10:00:00Z")), content.published());
        assertTrue(world.newsroom.story(number("tag:1")).orElseThrow().release() instanceof Release.Live);
    }

    @Test
    void aJsonFeedIsAFeed() throws IOException {
        file("feed.json", """
                {"version":"https://jsonfeed.org/version/1.1","title":"روزنامه","items":[
                 {"id":"7","title":"تیتر","content_text":"بند یک\\n\\nبند دو","date_published":"2021-05-01T10:00:00+03:30","tags":["پل"],"authors":[{"name":"مینا"}]}]}
                """);
        bring(WireFormat.FEED, false);
        var content = revision("7").content();
        assertEquals("بند یک\n\nبند دو", Markup.write(content.body()).strip());
        assertEquals(List.of("مینا"), content.authors());
    }

    @Test
    void ninjsOfEveryVersionIsRead() throws IOException {
        file("a.json", """
                {"uri":"urn:1","type":"text","pubstatus":"usable","headline":"یک","body_xhtml":"<p>بند</p>",
                 "subject":[{"name":"پل"}],"byline":"By Sara","versioncreated":"2021-05-01T10:00:00Z"}
                """);
        file("b.json", """
                [{"uri":"urn:2","type":"text","headlines":[{"role":"main","value":"دو"}],
                  "bodies":[{"contentType":"text/plain","value":"ساده"},{"contentType":"text/html","value":"<p>غنی</p>"}],
                  "subjects":[{"name":"راه"}],"rightsInfo":{"usageTerms":"فقط یک بار"},
                  "associations":[{"type":"picture","renditions":[{"href":"https://khabar.example/a.jpg"}]}]},
                 {"uri":"urn:3","type":"picture"},
                 {"uri":"urn:4","type":"text","pubStatus":"canceled","headlines":[{"value":"لغوشده"}]}]
                """);
        file("c.json", "{\"uri\":");
        bring(WireFormat.NINJS, false);
        assertEquals(List.of(Fate.TAKEN, Fate.TAKEN, Fate.REFUSED, Fate.SKIPPED, Fate.SKIPPED), fates());
        assertEquals(List.of("Sara"), revision("urn:1").content().authors());
        assertEquals("غنی", Markup.write(revision("urn:2").content().body()).strip());
        assertEquals(
                "https://khabar.example/a.jpg\nفقط یک بار",
                world.newsroom.story(number("urn:2")).orElseThrow().note());
    }

    @Test
    void everyItemOfAMessageIsAccountedFor() throws IOException {
        file("message.xml", """
                <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
                <newsItem guid="urn:n1" version="1"><itemMeta><provider literal="خبرگزاری"/><versionCreated>2021-05-01T10:00:00+00:00</versionCreated>
                  <pubStatus qcode="stat:usable"/></itemMeta>
                 <contentMeta><headline>تیتر</headline><by>By Sara</by><subject><name>پل</name></subject></contentMeta>
                 <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>بند</p></body></html></inlineXML></contentSet></newsItem>
                <newsItem guid="urn:n2"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
                <packageItem guid="urn:p1"/>
                </itemSet></newsMessage>
                """);
        bring(WireFormat.NEWSML, false);
        assertEquals(List.of(Fate.TAKEN, Fate.SKIPPED, Fate.SKIPPED), fates());
        assertEquals("بند", Markup.write(revision("urn:n1").content().body()).strip());
        assertEquals("خبرگزاری", revision("urn:n1").content().source());
    }

    @Test
    void nitfIsRead() throws IOException {
        file("story.xml", """
                <nitf><head><docdata><doc-id id-string="nitf-1"/><date.issue norm="20210501T100000Z"/></docdata></head>
                <body><body.head><hedline><hl1>تیتر</hl1></hedline><byline>By <person>سارا</person></byline><dateline><location>مهرکوه</location></dateline></body.head>
                <body.content><p>یک</p><hl2>میان‌تیتر</hl2><p>دو</p></body.content></body></nitf>
                """);
        bring(WireFormat.NITF, false);
        var content = revision("nitf-1").content();
        assertEquals("تیتر", content.headline());
        assertEquals(List.of("سارا"), content.authors());
        assertEquals(3, content.body().blocks().size());
    }

    @Test
    void aHostileOrBrokenFileIsOneClearLine() throws IOException {
        for (String bad : List.of(
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&b;</title></item></channel></rss>",
                "<rss><channel><item><title>x",
                "<html><p>x</p></html>",
                "{\"items\":3}",
                "")) {
            file("bad.xml", bad);
            var refused = assertThrows(BadArchive.class, () -> bring(WireFormat.FEED, false), bad);
            assertEquals(1, String.valueOf(refused.getMessage()).lines().count(), refused.getMessage());
        }
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text.strip());
    }

    private void bring(WireFormat format, boolean live) {
        arrival.bring(new WireArchive(
                format,
                ArchiveFiles.of(List.of(folder), format.endings()),
                "wire:test",
                new OldDates(Arrival.TEHRAN, world.clock.instant()),
                live));
    }

    /** In the order in which {@link Fate} has them: stories are handed over in batches, behind what is passed over. */
    private List<Fate> fates() {
        return arrival.lines.stream().map(line -> line.fate()).sorted().toList();
    }

    private long number(String id) {
        return world.archiving.there("wire:test", id).orElseThrow();
    }

    private Revision revision(String id) {
        return world.newsroom.open(number(id)).orElseThrow().revision();
    }
}
