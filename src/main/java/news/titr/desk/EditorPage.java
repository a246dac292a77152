package news.titr.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.language.HouseStyle;
import news.titr.language.Tidy;
import news.titr.story.Content;
import news.titr.story.Drafting;
import news.titr.story.Newsroom;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Publishing;
import news.titr.story.Section;
import news.titr.story.Sections;
import news.titr.story.Story;
import news.titr.story.StoryAddress;

/** One story at the desk: its fields, saving, publishing, correcting, withdrawing. */
public final class EditorPage {

    private final Newsroom newsroom;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Sections sections;
    private final TidySuggestions suggestions;
    private final DeskFrame frame;

    public EditorPage(
            Newsroom newsroom,
            Drafting drafting,
            Publishing publishing,
            Sections sections,
            Tidy tidy,
            HouseStyle style,
            DeskFrame frame) {
        this.newsroom = newsroom;
        this.drafting = drafting;
        this.publishing = publishing;
        this.sections = sections;
        this.frame = frame;
        suggestions = new TidySuggestions(tidy, style);
    }

    /**
     * What the editor's template shows.
     *
     * @param number zero for a story that does not exist yet
     * @param revision the revision that the fields were filled from
     * @param live the live revision that was seen, or empty
     * @param problems why what was asked for was not done
     * @param warnings what to look at, though nothing stands in the way
     */
    public record View(
            long number,
            String shownNumber,
            StoryForm form,
            List<Section> sections,
            String revision,
            String live,
            String state,
            String stateWords,
            String note,
            String sourceNumber,
            boolean hasPicture,
            String readersAddress,
            List<String> problems,
            List<String> warnings,
            String done,
            boolean conflict,
            boolean tidied,
            List<Offer> offers) {

        /** A mend that the editor may take or leave; {@code field} as readers call it. */
        public record Offer(String id, String field, String before, String after, String reason) {}

        public boolean isNew() {
            return number == 0;
        }

        public boolean isLive() {
            return !live.isEmpty();
        }
    }

    /** {@code GET /desk/stories/new}. */
    public Response begin(Request request, DeskAccess.Visitor visitor) {
        return page(200, visitor, empty(StoryForm.of(Content.EMPTY, frame), List.of()));
    }

    /** {@code POST /desk/stories}. */
    public Response create(Request request, DeskAccess.Visitor visitor) {
        var form = StoryForm.of(request.form());
        return switch (form.read(Content.EMPTY, frame, frame.now())) {
            case StoryForm.Reading.NotUnderstood(var keys) -> page(422, visitor, empty(form, words(keys)));
            case StoryForm.Reading.Understood(var content) ->
                switch (drafting.begin(visitor.actor(), Drafting.Beginning.in(edition()), content)) {
                    case Outcome.Done<Story> done ->
                        Response.seeOther(address(done.value().number()) + "?done=saved");
                    case Outcome.Refused<Story> refused -> page(422, visitor, empty(form, reasons(refused.problems())));
                    case Outcome.Conflict<Story> _ -> page(409, visitor, empty(form, List.of()));
                };
        };
    }

    /** {@code GET /desk/stories/N}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        return opened(request)
                .map(opened -> page(
                        200,
                        visitor,
                        view(opened, StoryForm.of(opened.revision().content(), frame))
                                .warnings(warnings(opened))
                                .done(done(request))
                                .build()))
                .orElseGet(() -> missing(visitor));
    }

    /** {@code POST /desk/stories/N}: saves. */
    public Response save(Request request, DeskAccess.Visitor visitor) {
        return onStory(
                request,
                visitor,
                (opened, form) -> saved(visitor, opened, form, request)
                        .answer(story -> Response.seeOther(address(story.number()) + "?done=saved")));
    }

    /** {@code POST /desk/stories/N/publication}: saves what is in the form, and shows readers exactly that. */
    public Response publish(Request request, DeskAccess.Visitor visitor) {
        return onStory(
                request,
                visitor,
                (opened, form) -> saved(visitor, opened, form, request)
                        .then(story -> publishing.publish(visitor.actor(), story.number(), seen(story, request)))
                        .answer(story -> Response.seeOther(address(story.number()) + "?done=published")));
    }

    /**
     * {@code POST /desk/stories/N/tidying}: makes the mends that were chosen, if any were, and offers what is left to mend.
     * Nothing is saved: the texts go back into the form.
     */
    public Response tidy(Request request, DeskAccess.Visitor visitor) {
        return onStory(request, visitor, (opened, typed) -> {
            var form = suggestions.apply(typed, Set.copyOf(request.form().all("mend")));
            // what was left out of a first choice was declined, and is not offered again at once
            var offers = request.form().has("mend")
                    ? List.<View.Offer>of()
                    : suggestions.of(form).stream()
                            .map(offer -> new View.Offer(
                                    offer.id(),
                                    frame.word("desk." + offer.field()),
                                    offer.before(),
                                    offer.after(),
                                    offer.reason()))
                            .toList();
            return page(
                    200,
                    visitor,
                    view(opened, form).keeping(request).offers(offers).build());
        });
    }

    /** {@code POST /desk/stories/N/correction}: saves, and publishes with a correction that readers see. */
    public Response correct(Request request, DeskAccess.Visitor visitor) {
        String text = request.form().text("correction");
        return onStory(
                request,
                visitor,
                (opened, form) -> saved(visitor, opened, form, request)
                        .then(story -> publishing.correct(visitor.actor(), story.number(), seen(story, request), text))
                        .answer(story -> Response.seeOther(address(story.number()) + "?done=corrected")));
    }

    /** {@code POST /desk/stories/N/withdrawal}. */
    public Response withdraw(Request request, DeskAccess.Visitor visitor) {
        String reason = request.form().text("reason");
        return onStory(
                request,
                visitor,
                (opened, form) -> saved(visitor, opened, form, request)
                        .then(story ->
                                publishing.withdraw(visitor.actor(), story.number(), seen(story, request), reason))
                        .answer(story -> Response.seeOther(address(story.number()) + "?done=withdrawn")));
    }

    /** An address of the desk that there is not. */
    public Response nowhere(Request request, DeskAccess.Visitor visitor) {
        return missing(visitor);
    }

    // ---- one act after another, each only when the one before was done

    @FunctionalInterface
    private interface Act {
        Response on(Newsroom.Opened opened, StoryForm form);
    }

    @FunctionalInterface
    private interface Door {
        Outcome<Story> open(Story story);
    }

    @FunctionalInterface
    private interface Answer {
        Response to(Story story);
    }

    private final class Step {

        private final DeskAccess.Visitor visitor;
        private final Newsroom.Opened opened;
        private final StoryForm form;
        private final Outcome<Story> outcome;

        Step(DeskAccess.Visitor visitor, Newsroom.Opened opened, StoryForm form, Outcome<Story> outcome) {
            this.visitor = visitor;
            this.opened = opened;
            this.form = form;
            this.outcome = outcome;
        }

        Step then(Door door) {
            return outcome instanceof Outcome.Done<Story> done
                    ? new Step(visitor, opened, form, door.open(done.value()))
                    : this;
        }

        /** What was typed is shown again, whatever the doors say: nobody types it twice. */
        Response answer(Answer whenDone) {
            return switch (outcome) {
                case Outcome.Done<Story> done -> whenDone.to(done.value());
                case Outcome.Refused<Story> refused ->
                    page(
                            422,
                            visitor,
                            current(form).problems(reasons(refused.problems())).build());
                case Outcome.Conflict<Story> _ ->
                    page(
                            409,
                            visitor,
                            current(form)
                                    .problems(List.of(frame.word("desk.conflict")))
                                    .conflict()
                                    .build());
            };
        }

        /** The story may have got a new revision in the step before. */
        private ViewBuilder current(StoryForm typed) {
            return view(newsroom.open(opened.story().number()).orElse(opened), typed);
        }
    }

    private Response onStory(Request request, DeskAccess.Visitor visitor, Act act) {
        var form = StoryForm.of(request.form());
        return opened(request).map(opened -> act.on(opened, form)).orElseGet(() -> missing(visitor));
    }

    /** Saves the form when it says anything new; a form filled from an older revision is a conflict. */
    private Step saved(DeskAccess.Visitor visitor, Newsroom.Opened opened, StoryForm form, Request request) {
        String seen = request.form().text("revision");
        var outcome = switch (form.read(opened.revision().content(), frame, frame.now())) {
            case StoryForm.Reading.NotUnderstood _ -> new Outcome.Refused<Story>(List.of());
            case StoryForm.Reading.Understood(var content) ->
                content.equals(opened.revision().content())
                                && seen.equals(opened.story().newestRevision())
                        ? new Outcome.Done<>(opened.story(), List.of())
                        : drafting.revise(visitor.actor(), opened.story().number(), seen, content);
        };
        return new Step(visitor, opened, form, outcome);
    }

    /** What the editor saw live stands in the form; what they saw as newest is what was saved just now. */
    private static Publishing.Seen seen(Story story, Request request) {
        return new Publishing.Seen(
                story.newestRevision(), Optional.of(request.form().text("live")).filter(live -> !live.isEmpty()));
    }

    private Optional<Newsroom.Opened> opened(Request request) {
        return newsroom.open(Long.parseLong(request.route().text("number")));
    }

    // ---- what is shown

    private Response page(int status, DeskAccess.Visitor visitor, View view) {
        String title = view.isNew() ? frame.word("desk.new-story") : view.form().headline();
        return frame.page(
                status,
                DeskTemplates.editor(
                        frame.forVisitor(title.isBlank() ? frame.word("desk.no-headline") : title, visitor), view));
    }

    private Response missing(DeskAccess.Visitor visitor) {
        return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
    }

    private View empty(StoryForm form, List<String> problems) {
        return new View(
                0,
                "",
                form,
                sections.all(edition()),
                "",
                "",
                "draft",
                frame.word("desk.state.draft"),
                "",
                "",
                false,
                "",
                problems,
                List.of(),
                "",
                false,
                false,
                List.of());
    }

    private ViewBuilder view(Newsroom.Opened opened, StoryForm form) {
        return new ViewBuilder(opened, form);
    }

    private final class ViewBuilder {

        private final Newsroom.Opened opened;
        private final StoryForm form;
        private List<String> problems = List.of();
        private List<String> warnings = List.of();
        private String done = "";
        private boolean conflict;
        private Optional<List<View.Offer>> offers = Optional.empty();
        private Optional<String> seenRevision = Optional.empty();
        private Optional<String> seenLive = Optional.empty();

        ViewBuilder(Newsroom.Opened opened, StoryForm form) {
            this.opened = opened;
            this.form = form;
        }

        ViewBuilder problems(List<String> found) {
            problems = found;
            return this;
        }

        ViewBuilder warnings(List<String> found) {
            warnings = found;
            return this;
        }

        ViewBuilder done(String message) {
            done = message;
            return this;
        }

        /** The form goes on from the revision that it was filled from, however long that was ago. */
        ViewBuilder keeping(Request request) {
            seenRevision = request.form().first("revision");
            seenLive = request.form().first("live");
            return this;
        }

        ViewBuilder offers(List<View.Offer> found) {
            offers = Optional.of(found);
            return this;
        }

        ViewBuilder conflict() {
            conflict = true;
            return this;
        }

        View build() {
            var story = opened.story();
            String state = StoriesPage.state(story);
            return new View(
                    story.number(),
                    frame.dates().digits().apply(Long.toString(story.number())),
                    form,
                    sections.all(story.edition()),
                    seenRevision.orElse(story.newestRevision()),
                    seenLive.orElse(Publishing.Seen.of(story).live().orElse("")),
                    state,
                    frame.word("desk.state." + state),
                    story.note(),
                    story.sourceNumber(),
                    opened.revision().content().picture().isPresent(),
                    story.isLive() ? StoryAddress.shortLink(story.number()) : "",
                    problems,
                    warnings,
                    done,
                    conflict,
                    offers.isPresent(),
                    offers.orElse(List.of()));
        }
    }

    private List<String> warnings(Newsroom.Opened opened) {
        return news.titr.story.Checks.of(opened.revision().content()).stream()
                .map(frame::problem)
                .toList();
    }

    private List<String> reasons(List<Problem> problems) {
        var reasons =
                problems.stream().filter(Problem::refuses).map(frame::problem).toList();
        return reasons.isEmpty() ? List.of(frame.word("desk.problem.date")) : reasons;
    }

    private List<String> words(List<String> keys) {
        return keys.stream().map(key -> frame.word(key)).toList();
    }

    private String done(Request request) {
        String done = request.query().text("done");
        return List.of("saved", "published", "corrected", "withdrawn").contains(done)
                ? frame.word("desk.done." + done)
                : "";
    }

    private String edition() {
        return frame.masthead().language().tag();
    }

    private static String address(long number) {
        return "/desk/stories/" + number;
    }
}
