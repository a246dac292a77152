package news.titr.desk;

import java.util.List;
import java.util.Optional;
import news.titr.language.Language;
import news.titr.story.Card;
import news.titr.story.Priority;

/**
 * A card as the board's templates show it.
 *
 * @param age in words; {@code moment} is the same for machines
 * @param priority the level, empty for the usual one
 * @param embargo until when it is held back, in words; empty when it is not, or no longer
 * @param wire the source that it came from by itself; {@code wireMark} what somebody should look at
 * @param edition the language's name, when it is not the newspaper's own
 */
public record CardView(
        long number,
        String shownNumber,
        String column,
        String columnWords,
        long position,
        String stage,
        String address,
        String headline,
        boolean hasHeadline,
        String section,
        String writer,
        String assignee,
        String claimer,
        boolean claimedByMe,
        String age,
        String moment,
        String length,
        String edition,
        String type,
        String priority,
        String priorityWords,
        String mark,
        String embargo,
        String returned,
        List<String> missing,
        String notes,
        String wire,
        String wireMark,
        String language,
        String direction) {

    static CardView of(Card card, DeskFrame frame, String visitor) {
        boolean usual = card.priority() == Priority.NORMAL;
        var language = Language.of(card.edition(), frame.masthead().language());
        boolean own = language == frame.masthead().language();
        return new CardView(
                card.number(),
                frame.dates().digits().apply(Long.toString(card.number())),
                card.column().id(),
                frame.word("board.column." + card.column().id()),
                card.position(),
                card.stage().id(),
                "/desk/stories/" + card.number(),
                card.headline().isBlank() ? frame.word("desk.no-headline") : card.headline(),
                !card.headline().isBlank(),
                card.section(),
                card.writer().map(Card.Holder::name).orElse(card.byline()),
                card.assignee().map(Card.Holder::name).orElse(""),
                card.claimedBy().map(Card.Holder::name).orElse(""),
                card.claimedBy().map(Card.Holder::id).equals(Optional.of(visitor)),
                frame.moment(card.movedAt()),
                card.movedAt().toString(),
                card.words() == 0 ? "" : frame.word("board.words", card.words()),
                own ? "" : frame.languageName(card.edition()),
                switch (card.type()) {
                    case NEWS -> "";
                    case REPORT, INTERVIEW, OPINION, PICTURE, VIDEO, LIVE, ADVERTORIAL ->
                        frame.word("story.type." + card.type().id());
                },
                usual ? "" : Integer.toString(card.priority().level()),
                frame.word("priority." + card.priority().id()),
                mark(card, frame),
                card.embargo()
                        .filter(until -> until.isAfter(frame.now()))
                        .map(until -> frame.word("board.embargo", frame.dates().medium(until)))
                        .orElse(""),
                card.returned(),
                card.missing().stream()
                        .sorted()
                        .map(missing -> frame.word("missing." + missing.id()))
                        .toList(),
                card.openNotes() == 0 ? "" : frame.word("board.notes", card.openNotes()),
                card.wire().map(Card.Wire::source).orElse(""),
                card.wire().map(wire -> mark(wire, frame)).orElse(""),
                language.tag(),
                language.direction().html());
    }

    private static String mark(Card.Wire wire, DeskFrame frame) {
        if (wire.takenBack()) {
            return frame.word("wires.card.canceled");
        }
        return wire.newer() ? frame.word("wires.card.newer") : wire.refused() ? frame.word("wires.card.refused") : "";
    }

    private static String mark(Card card, DeskFrame frame) {
        return switch (card.mark()) {
            case NONE -> card.live() && !card.column().isOfToday() ? frame.word("board.mark.live") : "";
            case NEWER_DRAFT -> frame.word("board.mark.newer-draft");
            case CORRECTED -> frame.word("board.mark.corrected");
        };
    }
}
