package news.titr.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.story.LiveStories;
import news.titr.story.LiveStory;
import org.jspecify.annotations.Nullable;

/**
 * {@code /card/N/KEY.png}: the card of a story for messengers and social networks. Each is drawn once and kept in a folder that
 * may be deleted at any time; a card of an older revision leads to that of the newest, and a withdrawn story has none. Where no
 * letters can be drawn, a card shows what stands for the newspaper.
 */
public final class SocialCardPage {

    private final Site site;
    private final SocialCards cards;
    private final Path folder;
    private final MissingPage missing;
    private final WithdrawnPage withdrawn;

    /** A card takes a processor for a moment, and fonts are read with the first. */
    private final ReentrantLock drawing = new ReentrantLock();

    private final AppIcons icons;
    private final Consumer<String> warning;
    private @Nullable SocialCard card;
    private boolean warned;

    /**
     * @param folder where cards are kept; it is made when the first one is
     * @param warning is told once if no letters can be drawn
     */
    public SocialCardPage(
            Site site,
            Path folder,
            AppIcons icons,
            Consumer<String> warning,
            MissingPage missing,
            WithdrawnPage withdrawn) {
        this.site = site;
        this.folder = folder;
        this.icons = icons;
        this.warning = warning;
        this.missing = missing;
        this.withdrawn = withdrawn;
        cards = new SocialCards(site);
    }

    public Response answer(Request request) {
        var number = StoryNumber.of(request);
        if (number.isEmpty()) {
            return missing.answer(request);
        }
        return switch (site.find(number.getAsLong())) {
            case LiveStories.Found.Live(var story) -> {
                String address = story.edition().equals(site.edition()) ? cards.address(story) : site.address(story);
                yield address.equals(request.path()) ? show(story) : Response.movedPermanently(address);
            }
            case LiveStories.Found.Withdrawn gone -> withdrawn.answer(gone);
            case LiveStories.Found.Absent() -> missing.answer(request);
        };
    }

    private Response show(LiveStory story) {
        // asked for again each time: the story may be withdrawn
        return Response.of(200, "image/png", png(story.number(), cards.text(story)))
                .with("X-Content-Type-Options", "nosniff");
    }

    private byte[] png(long number, SocialCard.Text text) {
        // a thousand stories a folder, so that none grows too large to be looked through
        Path file = folder.resolve(Long.toString(number / 1_000)).resolve(number + "-" + text.key() + ".png");
        drawing.lock();
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            byte[] png = drawn(text);
            keep(file, number, png);
            return png;
        } catch (SocialCard.NoFonts e) {
            if (!warned) {
                warned = true;
                warning.accept(
                        "The cards of stories for messengers and social networks show no headline: " + e.getMessage()
                                + ". Install libfontconfig1 (on Debian: apt-get install libfontconfig1) and start again.");
            }
            // not kept: it is another as soon as there are letters
            return SocialCard.bare(text, icons.picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drawing.unlock();
        }
    }

    private byte[] drawn(SocialCard.Text text) {
        var ready = card;
        if (ready == null) {
            ready = new SocialCard();
            card = ready;
        }
        return ready.png(text);
    }

    /** In place of those of older revisions. */
    private void keep(Path file, long number, byte[] png) throws IOException {
        Path beside = Files.createDirectories(file.resolveSibling(""));
        try (var older = Files.newDirectoryStream(beside, number + "-*.png")) {
            for (var card : older) {
                Files.deleteIfExists(card);
            }
        }
        // whole or not at all, also for another process that reads the same folder
        Path half = Files.createTempFile(beside, "card", ".half");
        Files.write(half, png);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
