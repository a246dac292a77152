package news.titr.wire.agency;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import news.titr.doc.Body;
import news.titr.story.ArchivedStory;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Published;
import news.titr.story.StoryType;
import news.titr.wire.moving.ArchiveFiles;
import news.titr.wire.moving.ArchiveReader;
import news.titr.wire.moving.BadArchive;
import news.titr.wire.moving.OldDates;
import news.titr.wire.moving.Receiver;
import news.titr.wire.moving.Where;

/**
 * Files of an agency or a feed on their way in, as drafts unless readers are to have them at once. A file that cannot be read is
 * refused with its reason, and the others come in; one that holds no item is passed over.
 */
public final class WireArchive implements ArchiveReader {

    /** In bytes: a message of an agency is a thousandth of it. */
    private static final int LARGEST = 64 << 20;

    private final WireFormat format;
    private final ArchiveFiles files;
    private final String source;
    private final OldDates dates;
    private final boolean live;

    /**
     * @param source what these items are known by: the same source and id are the same story
     * @param live true where items with a date are before readers at once, as of an archive of one's own
     */
    public WireArchive(WireFormat format, ArchiveFiles files, String source, OldDates dates, boolean live) {
        this.format = format;
        this.files = files;
        this.source = source;
        this.dates = dates;
        this.live = live;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public long size() {
        return files.size();
    }

    @Override
    public void survey(LongConsumer progress) {
        var problems = new ArrayList<BadArchive>();
        long done = 0;
        for (var part : files.parts()) {
            try {
                items(part);
            } catch (BadArchive e) {
                problems.add(e);
            }
            done += part.size();
            progress.accept(done);
        }
        if (problems.size() == files.parts().size()) {
            throw problems.getFirst();
        }
    }

    @Override
    public void read(Receiver receiver) {
        long done = 0;
        for (var part : files.parts()) {
            try {
                var items = items(part);
                if (items.isEmpty()) {
                    receiver.skip(new Where("file", part.name(), "", 0), "it holds no item");
                }
                items.forEach(item -> take(item, receiver));
            } catch (BadArchive e) {
                String reason = String.valueOf(e.getMessage());
                receiver.refuse(
                        new Where("file", part.name(), "", 0),
                        reason.startsWith(part.name() + ": ")
                                ? reason.substring(part.name().length() + 2)
                                : reason);
            }
            done += part.size();
            receiver.progress(done);
        }
    }

    private List<WireItem> items(ArchiveFiles.Part part) {
        try (var in = part.opening().open()) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new BadArchive(part.name() + ": It is larger than " + (LARGEST >> 20) + " MB; split it");
            }
            return format.items(part.name(), bytes, dates);
        } catch (IOException e) {
            throw new BadArchive(part.name() + ": It cannot be read: " + e.getMessage(), e);
        }
    }

    private void take(WireItem item, Receiver receiver) {
        var where = new Where(item.kind(), item.id(), item.headline(), 0);
        if (!item.unusable().isEmpty()) {
            receiver.skip(where, item.unusable());
            return;
        }
        var reading = item.read();
        if (item.headline().isEmpty() && reading.blocks().isEmpty()) {
            receiver.skip(where, "it has neither a headline nor a text");
            return;
        }
        String id = item.name();
        var changed = item.changed().or(item::published).orElse(Instant.EPOCH);
        var published = item.published().or(item::changed);
        receiver.take(new Receiver.StoryItem(
                where,
                new ArchivedStory(
                        source,
                        id,
                        new Drafting.Beginning(
                                receiver.edition(),
                                StoryType.NEWS,
                                OptionalLong.empty(),
                                id.length() <= 200 ? id : "",
                                item.noted()),
                        content(item, new Body(reading.blocks())),
                        changed,
                        live && published.isPresent()
                                ? new ArchivedStory.Standing.Live(published.get(), changed)
                                : new ArchivedStory.Standing.Draft()),
                reading.remarks()));
    }

    private Content content(WireItem item, Body body) {
        Published date = item.published()
                .or(item::changed)
                .<Published>map(Published.At::new)
                .orElseGet(Published.Unknown::new);
        var content = item.content(body);
        return live ? content.withPublished(date) : content;
    }
}
