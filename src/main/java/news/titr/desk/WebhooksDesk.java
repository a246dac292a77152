package news.titr.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.Verdict;
import news.titr.push.Delivery;
import news.titr.push.Webhook;
import news.titr.push.Webhooks;
import news.titr.story.Sections;

/** {@code /desk/webhooks}: which other systems are told of what happens, and how it goes. */
public final class WebhooksDesk {

    private static final String ADDRESS = "/desk/webhooks";
    private static final List<String> DONE = List.of("changed", "removed", "stopped", "started", "tested", "again");

    private final Webhooks webhooks;
    private final Sections sections;
    private final DeskFrame frame;

    public WebhooksDesk(Webhooks webhooks, Sections sections, DeskFrame frame) {
        this.webhooks = webhooks;
        this.sections = sections;
        this.frame = frame;
    }

    public record Choice(String value, String words, boolean chosen) {}

    /** @param state {@code live}, {@code review} while it fails, {@code withdrawn} when it is stopped: the classes of the desk */
    public record Line(String address, String name, String target, String events, String state, String stateWords) {}

    /** The fields of a webhook, as they were typed. */
    public record Form(
            String action, String name, String address, List<Choice> events, List<Choice> within, String button) {}

    /**
     * A message and how it went.
     *
     * @param answer how the last answer began, or why there was none
     * @param again what its button does, in words
     */
    public record Sent(
            String id,
            String what,
            String story,
            String moment,
            String machineMoment,
            String state,
            String stateWords,
            String answer,
            String body,
            String again) {}

    public record ListView(List<Line> lines, Form form, String notice, List<String> problems) {}

    /** @param secret the one that was just made, shown this once; empty otherwise */
    public record View(
            Line line,
            Form form,
            List<Sent> deliveries,
            String secret,
            boolean disabled,
            String why,
            String notice,
            List<String> problems) {}

    // ---- the list

    public Response list(Request request, DeskAccess.Visitor visitor) {
        return list(200, visitor, new Webhooks.Wish("", "", Webhooks.usual(), "", ""), notice(request), List.of());
    }

    private Response list(
            int status, DeskAccess.Visitor visitor, Webhooks.Wish wish, String notice, List<String> problems) {
        var all = webhooks.all(visitor.actor());
        if (all.isEmpty()) {
            return refused(visitor);
        }
        var view = new ListView(
                all.get().stream().map(line -> line(line.webhook())).toList(),
                form(ADDRESS, wish, frame.word("webhooks.add")),
                notice,
                problems);
        return frame.page(
                status, DeskTemplates.webhooks(frame.forVisitor(frame.word("webhooks.title"), visitor), view));
    }

    private Response refused(DeskAccess.Visitor visitor) {
        return frame.page(
                403,
                DeskTemplates.notice(
                        frame.forVisitor(frame.word("webhooks.title"), visitor),
                        frame.word("people.refused.not-allowed")));
    }

    /** {@code POST /desk/webhooks}. */
    public Response add(Request request, DeskAccess.Visitor visitor) {
        var wish = wish(request);
        return switch (webhooks.add(visitor.actor(), wish)) {
            case Verdict.Done<Webhooks.Issued>(var issued) ->
                one(200, visitor, issued.webhook().id(), Optional.empty(), issued.secret(), "", List.of());
            case Verdict.Refused<Webhooks.Issued>(var reasons) -> list(422, visitor, wish, "", frame.reasons(reasons));
        };
    }

    // ---- one

    public Response show(Request request, DeskAccess.Visitor visitor) {
        return one(200, visitor, id(request), Optional.empty(), "", notice(request), List.of());
    }

    private Response one(
            int status,
            DeskAccess.Visitor visitor,
            String id,
            Optional<Webhooks.Wish> typed,
            String secret,
            String notice,
            List<String> problems) {
        var all = webhooks.all(visitor.actor());
        if (all.isEmpty()) {
            return refused(visitor);
        }
        var found = all.get().stream()
                .filter(line -> line.webhook().id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
        }
        var hook = found.get().webhook();
        var view = new View(
                line(hook),
                form(ADDRESS + "/" + id, typed.orElseGet(() -> Webhooks.Wish.of(hook)), frame.word("desk.save")),
                found.get().deliveries().stream().map(this::sent).toList(),
                secret,
                hook.isDisabled(),
                hook.disabledWhy().isEmpty() ? "" : frame.word("webhooks.stopped-why", hook.disabledWhy()),
                notice,
                problems);
        return frame.page(status, DeskTemplates.webhook(frame.forVisitor(hook.name(), visitor), view));
    }

    /** {@code POST /desk/webhooks/ID}. */
    public Response change(Request request, DeskAccess.Visitor visitor) {
        var wish = wish(request);
        return switch (webhooks.change(visitor.actor(), id(request), wish)) {
            case Verdict.Done<Webhook> _ -> done(request, "changed");
            case Verdict.Refused<Webhook>(var reasons) ->
                one(422, visitor, id(request), Optional.of(wish), "", "", frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/webhooks/ID/removal}. */
    public Response remove(Request request, DeskAccess.Visitor visitor) {
        return switch (webhooks.remove(visitor.actor(), id(request))) {
            case Verdict.Done<Webhook> _ -> Response.seeOther(ADDRESS + "?done=removed");
            case Verdict.Refused<Webhook>(var reasons) ->
                one(422, visitor, id(request), Optional.empty(), "", "", frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/webhooks/ID/stopping}. */
    public Response stop(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, webhooks.enable(visitor.actor(), id(request), false), "stopped");
    }

    /** {@code POST /desk/webhooks/ID/starting}. */
    public Response start(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, webhooks.enable(visitor.actor(), id(request), true), "started");
    }

    /** {@code POST /desk/webhooks/ID/secret}. */
    public Response renew(Request request, DeskAccess.Visitor visitor) {
        return switch (webhooks.renew(visitor.actor(), id(request))) {
            case Verdict.Done<Webhooks.Issued>(var issued) ->
                one(200, visitor, id(request), Optional.empty(), issued.secret(), "", List.of());
            case Verdict.Refused<Webhooks.Issued>(var reasons) ->
                one(422, visitor, id(request), Optional.empty(), "", "", frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/webhooks/ID/test}. */
    public Response test(Request request, DeskAccess.Visitor visitor) {
        return answer(request, visitor, webhooks.test(visitor.actor(), id(request)), "tested");
    }

    /** {@code POST /desk/webhooks/ID/again}. */
    public Response again(Request request, DeskAccess.Visitor visitor) {
        return answer(
                request,
                visitor,
                webhooks.again(visitor.actor(), id(request), request.form().text("delivery")),
                "again");
    }

    private Response answer(Request request, DeskAccess.Visitor visitor, Verdict<Webhook> verdict, String done) {
        return switch (verdict) {
            case Verdict.Done<Webhook> _ -> done(request, done);
            case Verdict.Refused<Webhook>(var reasons) ->
                one(422, visitor, id(request), Optional.empty(), "", "", frame.reasons(reasons));
        };
    }

    private static Response done(Request request, String done) {
        return Response.seeOther(ADDRESS + "/" + id(request) + "?done=" + done);
    }

    // ---- what was sent, and what is shown

    private static String id(Request request) {
        return request.route().text("webhook");
    }

    private String notice(Request request) {
        String done = request.query().text("done");
        return DONE.contains(done) ? frame.word("webhooks.done." + done) : "";
    }

    /** The edition and the section stand in one list: {@code en/city}. */
    private static Webhooks.Wish wish(Request request) {
        Set<Webhook.Event> events = EnumSet.noneOf(Webhook.Event.class);
        request.form().all("event").stream()
                .flatMap(id -> Webhook.Event.of(id).stream())
                .forEach(events::add);
        var within = request.form().text("within").split("/", 2);
        return new Webhooks.Wish(
                request.form().text("name"),
                request.form().text("address").strip(),
                events,
                within[0],
                within.length > 1 ? within[1] : "");
    }

    private Form form(String action, Webhooks.Wish wish, String button) {
        String chosen = wish.section().isEmpty() ? wish.edition() : wish.edition() + "/" + wish.section();
        var editions = frame.openEditions();
        var within = Stream.concat(
                        Stream.of(new Choice("", frame.word("webhooks.everywhere"), chosen.isEmpty())),
                        editions.stream().flatMap(edition -> within(edition, editions.size() > 1, chosen)))
                .toList();
        return new Form(
                action,
                wish.name(),
                wish.address(),
                Stream.of(Webhook.Event.values())
                        .map(event -> new Choice(
                                event.id(),
                                frame.word(event.messageKey()),
                                wish.events().contains(event)))
                        .toList(),
                within,
                button);
    }

    private Stream<Choice> within(String edition, boolean several, String chosen) {
        String before = several ? frame.languageName(edition) + " · " : "";
        Stream<Choice> whole = several
                ? Stream.of(new Choice(edition, frame.languageName(edition), edition.equals(chosen)))
                : Stream.empty();
        return Stream.concat(
                whole,
                sections.all(edition).stream()
                        .map(section -> new Choice(
                                edition + "/" + section.slug(),
                                before + section.name(),
                                (edition + "/" + section.slug()).equals(chosen))));
    }

    private Line line(Webhook hook) {
        String state = hook.isDisabled() ? "stopped" : hook.failingSince().isPresent() ? "failing" : "fine";
        return new Line(
                ADDRESS + "/" + hook.id(),
                hook.name(),
                hook.address().toString(),
                hook.events().stream()
                        .sorted()
                        .map(event -> frame.word(event.messageKey()))
                        .collect(java.util.stream.Collectors.joining(frame.word("tokens.and"))),
                switch (state) {
                    case "stopped" -> "withdrawn";
                    case "failing" -> "review";
                    default -> "live";
                },
                hook.failingSince()
                        .filter(_ -> !hook.isDisabled())
                        .map(since -> frame.word(
                                "webhooks.state.failing", frame.dates().full(since)))
                        .orElseGet(() -> frame.word("webhooks.state." + state)));
    }

    private Sent sent(Delivery delivery) {
        String state = delivery.arrived()
                ? "arrived"
                : delivery.givenUp() ? "given-up" : delivery.tries() == 0 ? "waiting" : "again";
        String what = Webhook.Event.of(delivery.event())
                .map(event -> frame.word(event.messageKey()))
                .orElseGet(() -> frame.word("webhooks.event.test"));
        return new Sent(
                delivery.id(),
                what,
                delivery.story() == 0 ? "" : frame.word("webhooks.story", delivery.story()),
                frame.moment(delivery.createdAt()),
                delivery.createdAt().toString(),
                switch (state) {
                    case "arrived" -> "live";
                    case "given-up" -> "withdrawn";
                    default -> "review";
                },
                frame.word(
                        "webhooks.delivery." + state,
                        delivery.tries(),
                        delivery.dueAt().map(frame::moment).orElse("")),
                delivery.failure().isEmpty()
                        ? delivery.status() == 0 ? "" : delivery.status() + " " + delivery.answer()
                        : delivery.failure() + " " + delivery.answer(),
                delivery.body(),
                frame.word("webhooks.again-this", what, frame.moment(delivery.createdAt())));
    }
}
