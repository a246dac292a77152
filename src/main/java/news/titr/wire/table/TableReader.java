package news.titr.wire.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Element;

/** Reads a table with the names of its columns in the first line, parted by commas, semicolons or tabs. */
public final class TableReader implements ArchiveReader {

    private static final int LONGEST_RECORD = 20_000_000;

    /** What each column may be called, by what it is here. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("id", List.of("id", "number", "شماره", "کد", "کد خبر")),
            Map.entry("headline", List.of("headline", "title", "تیتر", "عنوان")),
            Map.entry("kicker", List.of("kicker", "روتیتر")),
            Map.entry("subheadline", List.of("subheadline", "subtitle", "زیرتیتر")),
            Map.entry("lead", List.of("lead", "excerpt", "summary", "لید", "خلاصه")),
            Map.entry("body", List.of("body", "content", "text", "متن")),
            Map.entry("section", List.of("section", "category", "سرویس", "بخش")),
            Map.entry("tags", List.of("tags", "keywords", "برچسب", "برچسب‌ها")),
            Map.entry("authors", List.of("authors", "author", "byline", "نویسنده", "خبرنگار")),
            Map.entry("published", List.of("published", "date", "published_at", "تاریخ", "تاریخ انتشار")),
            Map.entry("updated", List.of("updated", "modified", "به‌روزرسانی")),
            Map.entry("status", List.of("status", "وضعیت")),
            Map.entry("address", List.of("address", "url", "link", "نشانی", "پیوند")),
            Map.entry("source", List.of("source", "منبع")),
            Map.entry("dateline", List.of("dateline", "محل")),
            Map.entry("picture", List.of("picture", "image", "عکس", "تصویر")),
            Map.entry("type", List.of("type", "نوع")));

    private static final Set<String> DRAFTS = Set.of("draft", "پیش‌نویس", "unpublished", "private");

    private final ArchiveFiles files;
    private final String source;
    private final Charset charset;
    private final Map<String, String> columns;
    private final OldDates dates;

    /**
     * @param source names the system that the table is from: what is handed over again under the same name and id is the same
     * @param columns name of a column to what it is: {@code headline}, {@code body}, …
     */
    public TableReader(
            ArchiveFiles files, String source, Charset charset, Map<String, String> columns, OldDates dates) {
        this.files = files;
        this.source = source;
        this.charset = charset;
        this.columns = columns;
        this.dates = dates;
    }

    /** What columns can be. */
    public static Set<String> fields() {
        return NAMES.keySet();
    }

    @Override
    public String source() {
        return "csv:" + source;
    }

    @Override
    public long size() {
        return files.size();
    }

    @Override
    public void survey(LongConsumer progress) {
        each(progress, _ -> {});
    }

    @Override
    public void read(Receiver receiver) {
        each(receiver::progress, row -> row.accept(receiver));
    }

    /** A line of the table, by what its columns are. */
    private final class Row {
        private final Map<String, Integer> places;
        private final CSVRecord record;
        private final long line;

        Row(Map<String, Integer> places, CSVRecord record, long line) {
            this.places = places;
            this.record = record;
            this.line = line;
        }

        String cell(String field) {
            Integer place = places.get(field);
            return place == null || place >= record.size()
                    ? ""
                    : record.get(place).strip();
        }

        void accept(Receiver receiver) {
            String headline = HtmlBlocks.line(cell("headline"));
            String id = cell("id").isEmpty() ? cell("address") : cell("id");
            var where = new Where("line", id, headline, line);
            if (record.size() == 1 && record.get(0).isBlank()) {
                return;
            }
            if (id.isEmpty()) {
                receiver.refuse(where, "it has neither an id nor an address, by which it would be known again");
            } else if (record.size() > places.size() && !record.isConsistent()) {
                receiver.refuse(
                        where,
                        "it has " + record.size() + " cells, and the first line names "
                                + record.getParser().getHeaderNames().size());
            } else {
                receiver.take(story(receiver, where, id, headline));
            }
        }

        private Receiver.StoryItem story(Receiver receiver, Where where, String id, String headline) {
            var surroundings = new HtmlSurroundings() {
                @Override
                public Optional<String> asset(String address, Element element) {
                    return address.contains(":") ? Optional.empty() : receiver.file(address, Receiver.Said.NOTHING);
                }
            };
            var reading = new HtmlBlocks(surroundings).read(cell("body"), HtmlBlocks.LineEnds.PARAGRAPHS);
            var published = dates.read(cell("published"));
            if (published.isEmpty() && !cell("published").isEmpty()) {
                receiver.remark("date not understood", cell("published"), where);
            }
            var changed = dates.read(cell("updated")).or(() -> published).orElse(Instant.EPOCH);
            boolean draft = DRAFTS.contains(cell("status").toLowerCase(Locale.ROOT));
            var at = published.orElse(changed);
            String section = cell("section");
            var content = new Content(
                    HtmlBlocks.line(cell("kicker")),
                    headline,
                    cell("subheadline").isEmpty() ? List.of() : List.of(HtmlBlocks.line(cell("subheadline"))),
                    HtmlBlocks.line(cell("lead")),
                    reading.body(),
                    section.isEmpty()
                            ? ""
                            : receiver.section(new Receiver.SectionWish(section, section, Optional.empty())),
                    list(cell("tags")),
                    list(cell("authors")),
                    cell("dateline"),
                    cell("source"),
                    "",
                    draft
                            ? new Published.OnRelease()
                            : published.<Published>map(Published.At::new).orElseGet(Published.Unknown::new),
                    cell("picture").isEmpty()
                            ? Optional.empty()
                            : receiver.file(cell("picture"), Receiver.Said.NOTHING)
                                    .map(asset -> new news.titr.doc.Block.Picture(asset, "", "", "")));
            var number = id.matches("[1-9]\\d{0,17}") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
            return new Receiver.StoryItem(
                    where,
                    new ArchivedStory(
                            source(),
                            id,
                            new Drafting.Beginning(
                                    receiver.edition(),
                                    StoryType.of(cell("type").toLowerCase(Locale.ROOT))
                                            .orElse(StoryType.NEWS),
                                    number,
                                    id,
                                    ""),
                            content,
                            changed,
                            draft ? new ArchivedStory.Standing.Draft() : new ArchivedStory.Standing.Live(at, at)),
                    draft || cell("address").isEmpty() ? List.of() : List.of(cell("address")),
                    List.of(),
                    reading.remarks(),
                    List.of());
        }
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split("[|؛;،,]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    // ---- reading tables

    private void each(LongConsumer progress, Consumer<Row> taker) {
        long before = 0;
        for (var part : files.parts()) {
            long start = before;
            try (var in = ArchiveFiles.open(part, read -> progress.accept(start + read))) {
                var decoder = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
                var limited = new Limited(new BufferedReader(new InputStreamReader(in, decoder)), part.name());
                rows(limited, part.name(), taker);
            } catch (CharacterCodingException e) {
                throw wrongEncoding(part.name());
            } catch (IOException e) {
                throw new BadArchive(part.name() + ": It cannot be read: " + e.getMessage(), e);
            } catch (UncheckedIOException e) {
                if (String.valueOf(e.getMessage()).contains("MalformedInput")
                        || e.getCause() instanceof CharacterCodingException) {
                    throw wrongEncoding(part.name());
                }
                throw new BadArchive(
                        part.name() + ": It is no table: "
                                + String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""),
                        e);
            }
            before += part.size();
        }
    }

    private BadArchive wrongEncoding(String name) {
        return new BadArchive(name + ": It is not in the encoding " + charset.name()
                + "; name the right one with --encoding, such as windows-1256");
    }

    private void rows(Limited reader, String name, Consumer<Row> taker) throws IOException {
        reader.mark(1 << 16);
        char[] head = new char[1 << 14];
        int count = Math.max(reader.read(head, 0, head.length), 0);
        reader.reset();
        char between = between(new String(head, 0, count).lines().findFirst().orElse(""));
        if (count > 0 && head[0] == '\uFEFF') {
            reader.skip(1);
        }
        try (var parser = CSVParser.parse(
                reader,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(between)
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setAllowMissingColumnNames(true)
                        .setIgnoreEmptyLines(true)
                        .get())) {
            var places = places(parser.getHeaderNames(), name);
            long line = parser.getCurrentLineNumber() + 1;
            for (var record : parser) {
                reader.begin();
                taker.accept(new Row(places, record, line));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IllegalArgumentException e) {
            throw new BadArchive(name + ": It is no table: " + e.getMessage(), e);
        }
    }

    private static char between(String line) {
        if (line.indexOf('\t') >= 0) {
            return '\t';
        }
        return line.indexOf(';') >= 0 && line.indexOf(',') < 0 ? ';' : ',';
    }

    private Map<String, Integer> places(List<String> header, String name) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i).strip();
            String field = columns.getOrDefault(column, field(column));
            if (!field.isEmpty()) {
                places.putIfAbsent(field, i);
            }
        }
        if (!places.containsKey("headline")) {
            throw new BadArchive(name + ": None of its columns is the headline; they are " + String.join(", ", header)
                    + ". Say which with --column NAME=headline");
        }
        return places;
    }

    private static String field(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        return NAMES.entrySet().stream()
                .filter(names -> names.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Refuses a record without end, which a forgotten quotation mark makes of a whole file. */
    private static final class Limited extends Reader {
        private final BufferedReader reader;
        private final String name;
        private long since;

        Limited(BufferedReader reader, String name) {
            this.reader = reader;
            this.name = name;
        }

        void begin() {
            since = 0;
        }

        @Override
        public int read(char[] characters, int offset, int length) throws IOException {
            int count = reader.read(characters, offset, length);
            since += Math.max(count, 0);
            if (since > LONGEST_RECORD) {
                throw new BadArchive(name + ": A line is longer than " + LONGEST_RECORD
                        + " characters; a quotation mark may be missing before it");
            }
            return count;
        }

        @Override
        public void mark(int limit) throws IOException {
            reader.mark(limit);
        }

        @Override
        public void reset() throws IOException {
            reader.reset();
            since = 0;
        }

        @Override
        public long skip(long count) throws IOException {
            return reader.skip(count);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
