package news.titr.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import news.titr.doc.Block;
import news.titr.doc.BlockWords;
import news.titr.doc.Body;
import news.titr.doc.Html;
import news.titr.doc.HtmlRenderer;
import news.titr.http.Address;
import news.titr.media.Asset;
import news.titr.media.Pictures;
import news.titr.media.Slot;
import news.titr.story.Edition;
import news.titr.story.Label;
import news.titr.story.LiveRanges;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import news.titr.story.OutsideSurroundings;
import news.titr.story.Section;
import news.titr.story.StaticPage;
import news.titr.story.StaticPages;

/**
 * The live stories and pages of one edition as WXR 1.2, the file that WordPress and most other systems import. Sections become
 * categories, bylines authors, pictures attachments with the addresses that they have on this site, from where the importer fetches them.
 *
 * <p>Texts are plain HTML without the comments of WordPress's blocks: every version shows it, other systems read it as well, and WordPress
 * makes blocks of it when somebody asks for them.
 */
public final class WxrExport {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter RSS_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
    private static final int WIDEST = 2048;

    /** Above every story number that a newspaper gives out: WordPress has one row of numbers for everything. */
    private static final long FIRST_ATTACHMENT = 1_000_000_000L;

    private final LiveStories stories;
    private final LiveRanges ranges;
    private final StaticPages pages;
    private final Pictures pictures;
    private final Edition edition;

    public WxrExport(LiveStories stories, LiveRanges ranges, StaticPages pages, Pictures pictures, Edition edition) {
        this.stories = stories;
        this.ranges = ranges;
        this.pages = pages;
        this.pictures = pictures;
        this.edition = edition;
    }

    /** How many of each were written. */
    public record Written(long stories, long pages, long pictures) {}

    /** @throws ArchiveProblem when it cannot be written; then there is no file, or the one that was there before */
    public Written write(Path to, boolean overwrite, Progress progress) {
        ArchiveProblem.refuseToReplace(to, overwrite);
        Path unfinished = to.resolveSibling(to.getFileName() + ".part");
        try {
            Written written;
            try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                written = new Run(out, progress).all();
            }
            Files.move(unfinished, to, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException e) {
            throw ArchiveProblem.cannotWrite(to, e);
        } catch (XMLStreamException e) {
            throw ArchiveProblem.cannotWrite(to, cause(e));
        } catch (WriteFailed e) {
            throw ArchiveProblem.cannotWrite(to, cause(e.problem));
        } finally {
            unfinished.toFile().delete();
        }
    }

    /** What lies below: the disk, and not the XML that is written on it. */
    private static Exception cause(XMLStreamException problem) {
        return problem.getNestedException() instanceof IOException disk
                ? disk
                : problem.getCause() instanceof IOException disk ? disk : problem;
    }

    /** Carries what went wrong out of a visit to all stories. */
    private static final class WriteFailed extends RuntimeException {
        private final transient XMLStreamException problem;

        WriteFailed(XMLStreamException problem) {
            super(problem.getMessage(), problem);
            this.problem = problem;
        }
    }

    private final class Run {
        private final XMLStreamWriter xml;
        private final Progress progress;
        private final BlockWords words = BlockWords.of(edition.words());
        private final Map<String, Long> attachments = new HashMap<>();
        private long written;

        Run(OutputStream out, Progress progress) throws XMLStreamException {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            this.progress = progress;
        }

        Written all() throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("excerpt", "http://wordpress.org/export/1.2/excerpt/");
            xml.writeNamespace("content", "http://purl.org/rss/1.0/modules/content/");
            xml.writeNamespace("wfw", "http://wellformedweb.org/CommentAPI/");
            xml.writeNamespace("dc", "http://purl.org/dc/elements/1.1/");
            xml.writeNamespace("wp", "http://wordpress.org/export/1.2/");
            xml.writeStartElement("channel");
            var masthead = edition.masthead();
            text("title", masthead.name());
            text("link", masthead.absolute(edition.front()));
            text("description", masthead.motto());
            text("language", masthead.language().tag());
            text("wp:wxr_version", "1.2");
            text("wp:base_site_url", masthead.absolute("/"));
            text("wp:base_blog_url", masthead.absolute(edition.front()));
            authors();
            sections();
            tags();
            stories.forEach(edition.id(), story -> {
                try {
                    story(story);
                } catch (XMLStreamException e) {
                    throw new WriteFailed(e);
                }
            });
            long fixed = 0;
            for (var page : pages.all(edition.id())) {
                if (page.isLive()) {
                    page(page, FIRST_ATTACHMENT * 2 + fixed);
                    fixed++;
                }
            }
            xml.writeEndDocument();
            xml.flush();
            return new Written(written, fixed, attachments.size());
        }

        private void authors() throws XMLStreamException {
            for (var author : labels(Label.Kind.AUTHOR)) {
                xml.writeStartElement("wp:author");
                text("wp:author_id", Long.toString(Math.abs((long) author.id().hashCode())));
                data("wp:author_login", login(author));
                data("wp:author_email", "");
                data("wp:author_display_name", author.name());
                data("wp:author_first_name", "");
                data("wp:author_last_name", "");
                xml.writeEndElement();
            }
        }

        private void sections() throws XMLStreamException {
            var slugs = stories.sectionsById(edition.id()).values().stream()
                    .collect(Collectors.toMap(Section::id, Section::slug, (first, _) -> first));
            for (var section : stories.sections(edition.id())) {
                xml.writeStartElement("wp:category");
                data("wp:category_nicename", section.slug());
                data("wp:category_parent", section.parent().map(slugs::get).orElse(""));
                data("wp:cat_name", section.name());
                data("wp:category_description", section.description());
                xml.writeEndElement();
            }
        }

        private void tags() throws XMLStreamException {
            for (var tag : labels(Label.Kind.TAG)) {
                xml.writeStartElement("wp:tag");
                data("wp:tag_slug", tag.slug());
                data("wp:tag_name", tag.name());
                xml.writeEndElement();
            }
        }

        private List<Label> labels(Label.Kind kind) {
            var all = new ArrayList<Label>();
            all.addAll(ranges.labels(kind, false, edition.id(), 0, Integer.MAX_VALUE));
            if (kind == Label.Kind.TAG) {
                all.addAll(ranges.labels(kind, true, edition.id(), 0, Integer.MAX_VALUE));
            }
            return all;
        }

        private void story(LiveStory story) throws XMLStreamException {
            var used = new ArrayList<String>();
            story.picture().map(Block.Picture::asset).ifPresent(used::add);
            story.body().all(Block.Picture.class).forEach(picture -> used.add(picture.asset()));
            var assets = pictures.find(used.stream().distinct().toList());
            for (String asset : used) {
                if (assets.containsKey(asset) && !attachments.containsKey(asset)) {
                    attachment(assets.get(asset), story);
                }
            }
            var at = story.published().orElse(story.releasedAt());
            xml.writeStartElement("item");
            text("title", story.headline());
            text("link", absolute(edition.masthead().addresses().story(story)));
            text("pubDate", RSS_DATE.format(at.atZone(ZoneOffset.UTC)));
            data(
                    "dc:creator",
                    story.authors().stream().findFirst().map(WxrExport::login).orElse("newsroom"));
            data("content:encoded", html(story, assets));
            data("excerpt:encoded", story.lead());
            post(story.number(), at, slug(story), "publish", "post");
            if (story.section().isPresent()) {
                term(
                        "category",
                        story.section().get().slug(),
                        story.section().get().name());
            }
            for (var tag : story.tags()) {
                term("post_tag", tag.slug(), tag.name());
            }
            if (story.picture().isPresent()) {
                var id = attachments.get(story.picture().get().asset());
                meta("_thumbnail_id", id == null ? "" : id.toString());
            }
            meta("titr_kicker", story.kicker());
            meta("titr_subheadlines", String.join("\n", story.subheadlines()));
            meta("titr_authors", story.authors().stream().map(Label::name).collect(Collectors.joining("\n")));
            meta("titr_dateline", story.dateline());
            meta("titr_source", story.source());
            meta("titr_place", story.place());
            meta("titr_type", story.type().id());
            xml.writeEndElement();
            progress.told("stories", ++written, 0);
        }

        /** The lead first: on WordPress an excerpt stands on lists and not on the page. */
        private String html(LiveStory story, Map<String, Asset> assets) {
            var html = new StringBuilder();
            if (!story.lead().isEmpty()) {
                html.append("<p><strong>").append(Html.escape(story.lead())).append("</strong></p>\n");
            }
            for (var correction : story.corrections()) {
                html.append("<blockquote><p>")
                        .append(Html.escape(edition.words().word("story.correction") + ": " + correction.text()))
                        .append("</p></blockquote>\n");
            }
            return html + rendered(story.body(), assets);
        }

        private String rendered(Body body, Map<String, Asset> assets) {
            var named = body.all(Block.ReadAlso.class).stream()
                    .map(Block.ReadAlso::story)
                    .distinct()
                    .toList();
            var around = new OutsideSurroundings(
                    this::absolute, edition.masthead().addresses(), assets, stories.teasers(named));
            return HtmlRenderer.render(body, around, words);
        }

        private void page(StaticPage.Opened page, long id) throws XMLStreamException {
            var used = page.revision().body().all(Block.Picture.class).stream()
                    .map(Block.Picture::asset)
                    .distinct()
                    .toList();
            xml.writeStartElement("item");
            text("title", page.revision().title());
            text(
                    "link",
                    absolute(edition.masthead()
                            .addresses()
                            .page(edition.id(), page.page().slug())));
            data("dc:creator", "newsroom");
            data("content:encoded", rendered(page.revision().body(), pictures.find(used)));
            data("excerpt:encoded", "");
            post(id, page.revision().at(), page.page().slug(), "publish", "page");
            xml.writeEndElement();
        }

        private void attachment(Asset asset, LiveStory story) throws XMLStreamException {
            var file = asset.atLeast(Slot.WHOLE, WIDEST);
            if (file.isEmpty()) {
                return;
            }
            long id = FIRST_ATTACHMENT + attachments.size();
            attachments.put(asset.id(), id);
            String address = absolute(file.get().address());
            var description = asset.description();
            xml.writeStartElement("item");
            text("title", description.alt().isEmpty() ? asset.id() : description.alt());
            text("link", address);
            data("dc:creator", "newsroom");
            data("content:encoded", description.credit());
            data("excerpt:encoded", description.caption());
            post(id, story.published().orElse(story.releasedAt()), asset.id(), "inherit", "attachment");
            data("wp:attachment_url", address);
            meta("_wp_attachment_image_alt", description.alt());
            xml.writeEndElement();
        }

        private void post(long id, Instant at, String name, String status, String type) throws XMLStreamException {
            text("wp:post_id", Long.toString(id));
            text("wp:post_date", DATE.format(at.atZone(edition.masthead().zone())));
            text("wp:post_date_gmt", DATE.format(at.atZone(ZoneOffset.UTC)));
            text("wp:comment_status", "closed");
            text("wp:ping_status", "closed");
            data("wp:post_name", name);
            text("wp:status", status);
            text("wp:post_parent", "0");
            text("wp:menu_order", "0");
            text("wp:post_type", type);
            data("wp:post_password", "");
            text("wp:is_sticky", "0");
        }

        private void term(String domain, String slug, String name) throws XMLStreamException {
            xml.writeStartElement("category");
            xml.writeAttribute("domain", domain);
            xml.writeAttribute("nicename", slug);
            cdata(name);
            xml.writeEndElement();
        }

        private void meta(String key, String value) throws XMLStreamException {
            if (!value.isEmpty()) {
                xml.writeStartElement("wp:postmeta");
                data("wp:meta_key", key);
                data("wp:meta_value", value);
                xml.writeEndElement();
            }
        }

        private void text(String name, String text) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(allowed(text));
            xml.writeEndElement();
        }

        private void data(String name, String text) throws XMLStreamException {
            xml.writeStartElement(name);
            cdata(text);
            xml.writeEndElement();
        }

        private void cdata(String text) throws XMLStreamException {
            xml.writeCData(allowed(text).replace("]]>", "]]]]><![CDATA[>"));
        }

        private String absolute(String path) {
            return path.startsWith("/") ? Address.encode(edition.masthead().absolute(path)) : path;
        }

        private String slug(LiveStory story) {
            String address = edition.masthead().addresses().story(story);
            return address.substring(address.lastIndexOf('/') + 1);
        }
    }

    /** WordPress takes Latin letters only; a Persian name would become the same empty one for everybody. */
    private static String login(Label author) {
        String id = author.id().replace("-", "");
        return "author-" + id.substring(Math.max(0, id.length() - 12));
    }

    /** Without the letters that XML cannot hold. */
    private static String allowed(String text) {
        return text.codePoints()
                .filter(letter -> letter == '\t'
                        || letter == '\n'
                        || (letter >= ' '
                                && letter != 0xFFFE
                                && letter != 0xFFFF
                                && (letter < 0xD800 || letter > 0xDFFF)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
