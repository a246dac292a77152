package news.titr.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import news.titr.audit.Detail;
import news.titr.audit.Entry;
import news.titr.http.Parameters;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.DateParser;
import news.titr.people.People;
import news.titr.people.Permission;
import news.titr.story.Addresses;
import news.titr.story.Cause;
import news.titr.story.Drafting;
import news.titr.story.Newsroom;
import news.titr.story.Outcome;
import news.titr.story.PlannedUpdate;
import news.titr.story.Problem;
import news.titr.story.Publishing;
import news.titr.story.Publishing.Seen;
import news.titr.story.Release;
import news.titr.story.Story;
import news.titr.story.StoryDocument;
import news.titr.story.Weight;

/**
 * {@code /desk/stories/N/panels/publishing}: what readers have of a story, what would keep it back, and every act that
 * changes the one or the other. The same HTML stands beside the editor and is a page of its own where no script runs.
 */
public final class PublishingPanel {

    private final Newsroom newsroom;
    private final Drafting drafting;
    private final Publishing publishing;
    private final ActorNames names;
    private final DeskFrame frame;

    public PublishingPanel(
            Newsroom newsroom, Drafting drafting, Publishing publishing, People people, DeskFrame frame) {
        this.newsroom = newsroom;
        this.drafting = drafting;
        this.publishing = publishing;
        this.names = new ActorNames(people, frame);
        this.frame = frame;
    }

    /**
     * What the template shows.
     *
     * @param state the class of {@code stateWords}
     * @param facts what else is to be known about its release, a sentence each
     * @param refusing what would keep the story back if it were published now
     * @param refused why what was just asked for was not done
     * @param done what was just done, or empty
     */
    public record View(
            long number,
            String headline,
            String revision,
            String liveRevision,
            String version,
            String state,
            String stateWords,
            List<String> facts,
            List<String> refusing,
            List<String> warnings,
            Rights may,
            boolean isLive,
            boolean wasReleased,
            boolean isNewer,
            boolean isPlanned,
            boolean isEmbargoed,
            List<Link> links,
            List<Line> releases,
            Typed typed,
            List<String> refused,
            List<String> told,
            String done) {}

    /** What the forms offer; the doors judge again. */
    public record Rights(boolean publish, boolean correct, boolean withdraw, boolean embargo, boolean liftEmbargo) {}

    public record Link(String words, String address) {}

    /** A release or what was done about one. {@code difference} leads to what it changed, or is empty. */
    public record Line(String who, String what, String when, String moment, String detail, String difference) {}

    /** What was typed and not done, so that it is still there. */
    public record Typed(String at, String until, String correction, String reason, String weight) {

        static Typed of(Parameters form) {
            return new Typed(
                    form.text("at"),
                    form.text("until"),
                    form.text("correction"),
                    form.text("reason"),
                    form.text("weight"));
        }

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    /** What is said about the act that the panel is the answer to. */
    private record Said(int status, List<String> refused, List<String> told, String done, Typed typed) {
        static final Said NOTHING = new Said(200, List.of(), List.of(), "", Typed.NOTHING);
    }

    /** {@code GET /desk/stories/N/panels/publishing}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        String done = "publishing.done." + request.query().text("done");
        return answer(
                request,
                visitor,
                frame.messages().has(done)
                        ? new Said(200, List.of(), List.of(), frame.word(done), Typed.NOTHING)
                        : Said.NOTHING);
    }

    /** {@code POST /desk/stories/N/publication}: what the editor saw, now. */
    public Response publish(Request request, DeskAccess.Visitor visitor) {
        return done(
                request,
                visitor,
                "published",
                asSeen(
                        request,
                        visitor,
                        (number, seen) -> publishing.publish(visitor.actor(), number, seen, weight(request))));
    }

    /** {@code POST /desk/stories/N/schedule}: what the editor saw, at a moment to come. */
    public Response schedule(Request request, DeskAccess.Visitor visitor) {
        return atMoment(
                request,
                visitor,
                "at",
                at -> done(
                        request,
                        visitor,
                        "scheduled",
                        asSeen(
                                request,
                                visitor,
                                (number, seen) ->
                                        publishing.schedule(visitor.actor(), number, seen, at, weight(request)))));
    }

    /** {@code POST /desk/stories/N/unscheduling}. */
    public Response unschedule(Request request, DeskAccess.Visitor visitor) {
        return done(
                request,
                visitor,
                "unscheduled",
                asLive(request, (number, seen) -> publishing.unschedule(visitor.actor(), number, seen)));
    }

    /** {@code POST /desk/stories/N/embargo}: sets one, or with {@code lift} takes it away. */
    public Response embargo(Request request, DeskAccess.Visitor visitor) {
        return request.form().has("lift")
                ? done(
                        request,
                        visitor,
                        "embargo-lifted",
                        asLive(request, (number, seen) -> publishing.liftEmbargo(visitor.actor(), number, seen)))
                : atMoment(
                        request,
                        visitor,
                        "until",
                        until -> done(
                                request,
                                visitor,
                                "embargoed",
                                asLive(
                                        request,
                                        (number, seen) -> publishing.embargo(visitor.actor(), number, seen, until))));
    }

    /** {@code POST /desk/stories/N/correction}: what the editor saw, with a text that says what was wrong. */
    public Response correct(Request request, DeskAccess.Visitor visitor) {
        String text = request.form().text("correction");
        return done(
                request,
                visitor,
                "corrected",
                asSeen(request, visitor, (number, seen) -> publishing.correct(visitor.actor(), number, seen, text)));
    }

    /** {@code POST /desk/stories/N/withdrawal}. */
    public Response withdraw(Request request, DeskAccess.Visitor visitor) {
        String reason = request.form().text("reason");
        return done(
                request,
                visitor,
                "withdrawn",
                asLive(request, (number, seen) -> publishing.withdraw(visitor.actor(), number, seen, reason)));
    }

    // ---- what was seen

    /** For what shows readers a text: exactly the version that stood on the editor's screen, cut as a revision. */
    private Outcome<Story> asSeen(
            Request request, DeskAccess.Visitor visitor, BiFunction<Long, Seen, Outcome<Story>> verb) {
        long number = HistoryPage.number(request);
        var version = version(request.form().text("version"));
        if (version.isEmpty()) {
            return verb.apply(number, new Seen(request.form().text("revision"), live(request)));
        }
        return switch (drafting.cut(visitor.actor(), number, version, Cause.PUBLICATION)) {
            case Outcome.Done<Story>(var story, var _) ->
                verb.apply(number, new Seen(story.newestRevision(), live(request)));
            case Outcome.Refused<Story> refused -> refused;
            case Outcome.Conflict<Story> conflict -> conflict;
        };
    }

    /** For what is done whatever is being typed: only what readers have must be as it was seen. */
    private Outcome<Story> asLive(Request request, BiFunction<Long, Seen, Outcome<Story>> verb) {
        long number = HistoryPage.number(request);
        String newest = newsroom.story(number).map(Story::newestRevision).orElse("");
        return verb.apply(number, new Seen(newest, live(request)));
    }

    private static Optional<String> live(Request request) {
        return request.form().first("live").filter(live -> !live.isEmpty());
    }

    private static OptionalLong version(String text) {
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static Weight weight(Request request) {
        return Weight.of(request.form().text("weight")).orElse(Weight.MAJOR);
    }

    // ---- answers

    /** Goes on with the moment that a field says, or says why it says none. */
    private Response atMoment(
            Request request,
            DeskAccess.Visitor visitor,
            String field,
            java.util.function.Function<Instant, Response> then) {
        var typed = new DateParser(frame.masthead().zone()).parse(request.form().text(field), frame.now());
        if (typed.flatMap(date -> date.time()).isEmpty()) {
            String why = frame.word(typed.isEmpty() ? "desk.calendar.not-read" : "desk.calendar.no-time");
            return answer(request, visitor, new Said(422, List.of(why), List.of(), "", Typed.of(request.form())));
        }
        return then.apply(typed.get().at(frame.masthead().zone(), LocalTime.MIDNIGHT));
    }

    private Response done(Request request, DeskAccess.Visitor visitor, String done, Outcome<Story> outcome) {
        return switch (outcome) {
            // without a script the form is a page of its own
            case Outcome.Done<Story>(var story, var _)
            when isPage(request) ->
                Response.seeOther("/desk/stories/" + story.number() + "/panels/publishing?done=" + done);
            case Outcome.Done<Story>(var _, var warnings) ->
                answer(
                                request,
                                visitor,
                                new Said(
                                        200,
                                        List.of(),
                                        warnings.stream().map(frame::problem).toList(),
                                        frame.word("publishing.done." + done),
                                        Typed.NOTHING))
                        .with("X-Titr-Changed", "story");
            case Outcome.Refused<Story>(var problems) ->
                answer(
                        request,
                        visitor,
                        new Said(
                                422,
                                problems.stream()
                                        .filter(Problem::refuses)
                                        .map(frame::problem)
                                        .toList(),
                                problems.stream()
                                        .filter(problem -> !problem.refuses())
                                        .map(frame::problem)
                                        .toList(),
                                "",
                                Typed.of(request.form())));
            case Outcome.Conflict<Story> _ ->
                answer(
                        request,
                        visitor,
                        new Said(
                                409,
                                List.of(frame.word("publishing.conflict")),
                                List.of(),
                                "",
                                Typed.of(request.form())));
        };
    }

    /** True when a browser shows the answer as it comes, and no script puts it into a page. */
    private static boolean isPage(Request request) {
        return request.header("sec-fetch-mode").filter("navigate"::equals).isPresent();
    }

    private Response answer(Request request, DeskAccess.Visitor visitor, Said said) {
        return drafting.open(visitor.actor(), HistoryPage.number(request))
                .map(open -> {
                    var view = view(open, visitor, said);
                    return isPage(request)
                            ? frame.page(
                                    said.status(),
                                    DeskTemplates.publishing(frame.forVisitor(view.headline(), visitor), view))
                            : frame.fragment(
                                    said.status(), DeskTemplates.publishingPanel(frame.forVisitor("", visitor), view));
                })
                .orElseGet(() ->
                        frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor))));
    }

    private View view(Drafting.Open open, DeskAccess.Visitor visitor, Said said) {
        var story = open.story();
        var content = StoryDocument.content(open.document());
        var newest = newsroom.open(story.number()).orElseThrow().revision();
        boolean typedOn = !newest.content().equals(content);
        String live = story.release() instanceof Release.Live(var revision, var _, var _) ? revision : "";
        var problems = publishing.problems(story, content);
        var matter = newsroom.matter(visitor.actor(), story);
        boolean isPlanned =
                story.release() instanceof Release.Scheduled || story.update().isPresent();
        boolean mayPublish = visitor.actor().may(Permission.PUBLISH, matter);
        return new View(
                story.number(),
                content.headline().isBlank() ? frame.word("desk.no-headline") : content.headline(),
                story.newestRevision(),
                live,
                Long.toString(open.version()),
                state(story),
                frame.word("publishing.state." + state(story)),
                facts(story, typedOn || !live.equals(story.newestRevision())),
                words(problems, true),
                words(problems, false),
                new Rights(
                        mayPublish,
                        story.isLive() && visitor.actor().may(Permission.CORRECT, matter),
                        story.isLive() && visitor.actor().may(Permission.WITHDRAW, matter),
                        !story.isLive()
                                && (mayPublish
                                        || story.embargo().isEmpty()
                                                && visitor.actor().may(Permission.WRITE, matter)),
                        story.embargo().isPresent() && mayPublish),
                story.isLive(),
                story.isLive() || story.release() instanceof Release.Withdrawn,
                typedOn || !live.equals(story.newestRevision()),
                isPlanned,
                story.embargo().isPresent(),
                story.isLive() ? links(story) : List.of(),
                publishing.releases(story.number()).stream().map(this::line).toList(),
                said.typed(),
                said.refused(),
                said.told(),
                said.done());
    }

    private List<String> words(List<Problem> problems, boolean refusing) {
        return problems.stream()
                .filter(problem -> problem.refuses() == refusing)
                .map(frame::problem)
                .distinct()
                .toList();
    }

    private static String state(Story story) {
        return switch (story.release()) {
            case Release.Unreleased _ -> "unreleased";
            case Release.Scheduled _ -> "scheduled";
            case Release.Live _ -> "live";
            case Release.Withdrawn _ -> "withdrawn";
        };
    }

    private List<String> facts(Story story, boolean newer) {
        var facts = new ArrayList<String>();
        switch (story.release()) {
            case Release.Unreleased _ -> {}
            case Release.Scheduled(var at, var revision) -> {
                facts.add(frame.word("publishing.fact.scheduled", frame.dates().full(at)));
                if (!revision.equals(story.newestRevision())) {
                    facts.add(frame.word("publishing.fact.scheduled-older"));
                }
            }
            case Release.Live(var _, var first, var released) -> {
                facts.add(frame.word("publishing.fact.first", frame.dates().full(first)));
                if (released.isAfter(first)) {
                    facts.add(
                            frame.word("publishing.fact.updated", frame.dates().full(released)));
                }
                if (newer) {
                    facts.add(frame.word("publishing.fact.newer"));
                }
            }
            case Release.Withdrawn(var at, var reason, var _) ->
                facts.add(frame.word("publishing.fact.withdrawn", frame.dates().full(at), reason));
        }
        story.update().map(this::planned).ifPresent(facts::add);
        story.embargo()
                .map(until ->
                        frame.word("publishing.fact.embargo", frame.dates().full(until)))
                .ifPresent(facts::add);
        return facts;
    }

    private String planned(PlannedUpdate update) {
        return frame.word(
                "publishing.fact.planned." + update.weight().id(), frame.dates().full(update.at()));
    }

    private List<Link> links(Story story) {
        var addresses = frame.masthead().addresses();
        return List.of(
                new Link(frame.word("publishing.link.page"), addresses.story(story.edition(), story.number(), "")),
                new Link(frame.word("publishing.link.short"), Addresses.shortLink(story.number())),
                new Link(frame.word("publishing.link.pdf"), addresses.pdf(story.edition(), story.number())),
                new Link(frame.word("publishing.link.print"), addresses.print(story.edition(), story.number())));
    }

    private Line line(Entry entry) {
        var detail = entry.detail();
        var shown = new ArrayList<String>();
        detail.text(Detail.Name.WEIGHT)
                .map(weight -> frame.word("publishing.weight." + weight))
                .ifPresent(shown::add);
        detail.text(Detail.Name.TIME)
                .map(at -> frame.dates().full(Instant.parse(at)))
                .ifPresent(shown::add);
        detail.text(Detail.Name.REASON).ifPresent(shown::add);
        detail.text(Detail.Name.TEXT).ifPresent(shown::add);
        var before = detail.text(Detail.Name.REVISION_BEFORE);
        var after = detail.text(Detail.Name.REVISION);
        String difference = before.isPresent() && after.isPresent()
                ? "/desk/stories/" + entry.subject().id() + "/history/comparison?from=" + before.get() + "&to="
                        + after.get()
                : "";
        return new Line(
                entry.actorName().isEmpty() ? names.of(entry.actor()) : entry.actorName(),
                frame.word("audit.action." + entry.action().id()),
                frame.dates().full(entry.at()),
                entry.at().toString(),
                String.join(" · ", shown),
                difference);
    }
}
