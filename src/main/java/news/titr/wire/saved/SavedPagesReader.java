package news.titr.wire.saved;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import news.titr.doc.Block;
import news.titr.doc.Inline;
import news.titr.language.Fold;
import news.titr.story.ArchivedStory;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Published;
import news.titr.story.StoryType;
import news.titr.wire.html.HtmlBlocks;
import news.titr.wire.html.HtmlSurroundings;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.ArchiveReader;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;
import news.titr.wire.moving.Receiver;
import news.titr.wire.moving.Where;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a folder of saved pages: one story in each, its parts where the settings say. */
public final class SavedPagesReader implements ArchiveReader {

    private static final int LARGEST = 32 << 20;

    private final Path folder;
    private final ArchiveFiles files;
    private final PageParts parts;
    private final OldDates dates;
    private final String source;

    /** @param source names the site that the pages are from */
    public SavedPagesReader(Path folder, PageParts parts, OldDates dates, String source) {
        this.folder = folder;
        files = ArchiveFiles.of(List.of(folder), ".html", ".htm", ".xhtml");
        this.parts = parts;
        this.dates = dates;
        this.source = source;
    }

    @Override
    public void survey(LongConsumer progress) {
        // pages are read one by one; that they are there is known
    }

    @Override
    public String source() {
        return "html:" + source;
    }

    @Override
    public long size() {
        return files.size();
    }

    @Override
    public void read(Receiver receiver) {
        long before = 0;
        for (var part : files.parts()) {
            String path = folder.relativize(Path.of(part.name())).toString().replace('\\', '/');
            var where = new Where("page", path, "", 0);
            try (var in = ArchiveFiles.open(part, _ -> {})) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    receiver.refuse(where, "it is larger than " + (LARGEST >> 20) + " MB");
                } else {
                    page(Jsoup.parse(new ByteArrayInputStream(bytes), PageEncoding.of(bytes), ""), path, receiver);
                }
            } catch (IOException e) {
                receiver.refuse(where, "it cannot be read: " + e.getMessage());
            }
            before += part.size();
            receiver.progress(before);
        }
    }

    private void page(Document page, String path, Receiver receiver) {
        var told = PageParts.told(page);
        String headline = parts.isNamed("headline") || !told.has("headline")
                ? parts.text(page, "headline")
                : HtmlBlocks.line(told.path("headline").asText());
        String address = parts.text(page, "address");
        var where = new Where("page", path, headline, 0);
        var found = parts.element(page, "body");
        if (headline.isEmpty() || found.isEmpty()) {
            receiver.refuse(
                    where,
                    headline.isEmpty()
                            ? "no headline was found; name where it stands in the settings: headline=SELECTOR"
                            : "no text was found; name where it stands in the settings: body=SELECTOR");
            return;
        }
        var body = found.get().clone();
        parts.clean(body);
        var reading = new HtmlBlocks(new Surroundings(receiver, path, address)).read(body);
        String lead = parts.text(page, "lead");
        var published = date(page, told.path("datePublished").asText(""), "date", receiver, where);
        var changed = date(page, told.path("dateModified").asText(""), "updated", receiver, where)
                .or(() -> published);
        var at = published.or(() -> changed).orElse(Instant.EPOCH);
        var content = content(page, told, headline, lead, reading.blocks(), published, receiver, path);
        receiver.take(new Receiver.StoryItem(
                where,
                new ArchivedStory(
                        source(),
                        address.isEmpty() ? path : address,
                        new Drafting.Beginning(receiver.edition(), StoryType.NEWS, OptionalLong.empty(), address, ""),
                        content,
                        changed.orElse(at),
                        new ArchivedStory.Standing.Live(at, at)),
                address.isEmpty() ? List.of() : List.of(address),
                List.of(),
                reading.remarks(),
                List.of()));
    }

    private Optional<Instant> date(Document page, String told, String part, Receiver receiver, Where where) {
        var written = new ArrayList<String>();
        if (!parts.isNamed(part) && !told.isBlank()) {
            written.add(told);
        }
        written.addAll(parts.candidates(page, part));
        for (String each : written) {
            var date = dates.read(each);
            if (date.isPresent()) {
                return date;
            }
        }
        if (!written.isEmpty()) {
            receiver.remark("date not understood", written.getFirst(), where);
        }
        return Optional.empty();
    }

    private Content content(
            Document page,
            com.fasterxml.jackson.databind.JsonNode told,
            String headline,
            String lead,
            List<Block> blocks,
            Optional<Instant> published,
            Receiver receiver,
            String path) {
        String kicker = parts.text(page, "kicker");
        var subheadline = parts.text(page, "subheadline");
        String section = parts.isNamed("section") || !told.has("articleSection")
                ? parts.text(page, "section")
                : String.join(
                        "",
                        PageParts.names(told.path("articleSection")).stream()
                                .limit(1)
                                .toList());
        var authors = parts.isNamed("author") || !told.has("author")
                ? parts.texts(page, "author")
                : PageParts.names(told.path("author"));
        var tags = new LinkedHashSet<>(parts.texts(page, "tag"));
        return new Content(
                kicker,
                headline,
                subheadline.isEmpty() || subheadline.equals(lead) ? List.of() : List.of(subheadline),
                lead,
                new news.titr.doc.Body(without(blocks, headline, kicker, lead)),
                section.isEmpty() ? "" : receiver.section(new Receiver.SectionWish(section, section, Optional.empty())),
                List.copyOf(tags),
                authors,
                "",
                parts.text(page, "source"),
                "",
                published.<Published>map(Published.At::new).orElseGet(Published.Unknown::new),
                Optional.of(parts.text(page, "picture"))
                        .filter(address -> !address.isEmpty())
                        .flatMap(address -> local(address, path, receiver))
                        .map(asset -> new Block.Picture(asset, "", "", "")));
    }

    /** Where the body holds the head of the story too, that stands in its own fields once. */
    private static List<Block> without(List<Block> blocks, String... heads) {
        var rest = new ArrayList<>(blocks);
        for (int i = 0; i < Math.min(5, rest.size()); i++) {
            String text = switch (rest.get(i)) {
                case Block.Paragraph(var runs) -> Inline.text(runs);
                case Block.Subhead(var _, var _, var runs) -> Inline.text(runs);
                case Block.Quote _,
                        Block.Listing _,
                        Block.Table _,
                        Block.Picture _,
                        Block.Separator _,
                        Block.ReadAlso _,
                        Block.Embed _,
                        Block.Unknown _ -> "";
            };
            for (String head : heads) {
                if (!head.isEmpty() && !text.isEmpty() && Fold.fold(text).equals(Fold.fold(head))) {
                    rest.remove(i--);
                    break;
                }
            }
        }
        return rest;
    }

    /** A picture that was saved with its page. */
    private static Optional<String> local(String address, String path, Receiver receiver) {
        if (address.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*")) {
            return Optional.empty();
        }
        int slash = path.lastIndexOf('/');
        String inFolder = (slash < 0 ? "" : path.substring(0, slash + 1)) + address.replaceFirst("[?#].*$", "");
        String decoded;
        try {
            decoded = java.net.URLDecoder.decode(inFolder.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            decoded = inFolder;
        }
        return receiver.file(decoded, Receiver.Said.NOTHING);
    }

    private record Surroundings(Receiver receiver, String path, String address) implements HtmlSurroundings {

        @Override
        public Optional<String> asset(String picture, Element element) {
            return local(element.attr("src").isEmpty() ? picture : element.attr("src"), path, receiver);
        }

        @Override
        public String link(String link) {
            return address.startsWith("http") && !link.matches("(?i)[a-z][a-z0-9+.-]*:.*|/.*") ? resolved(link) : link;
        }

        private String resolved(String link) {
            try {
                return java.net.URI.create(address).resolve(link).toString();
            } catch (IllegalArgumentException e) {
                return link;
            }
        }
    }

    /** The settings of a file, {@code part=selector} in each line. */
    public static PageParts settings(Path file) {
        var properties = new java.util.Properties();
        try (var reader = java.nio.file.Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new BadArchive("The settings " + file + " cannot be read: " + e.getMessage(), e);
        }
        var named = new java.util.LinkedHashMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(
                        name -> named.put(name, properties.getProperty(name, "").strip()));
        return new PageParts(named);
    }
}
