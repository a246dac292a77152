package news.titr.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import news.titr.http.Response;
import news.titr.people.People;
import news.titr.people.Person;
import news.titr.story.Cause;
import news.titr.story.Drafting;
import news.titr.story.Newsroom;
import news.titr.story.Outcome;
import news.titr.story.Problem;
import news.titr.story.Publishing;
import news.titr.story.Stage;
import news.titr.story.Story;
import news.titr.story.StoryDocument;
import news.titr.story.StoryType;
import news.titr.story.Weight;
import news.titr.story.Workflow;

/** The newsroom's side of stories: what is written in them, how far they have come, and their way to readers. */
final class DraftingApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL = 20;

    /** The version of the working copy, and what readers have: whoever names both has seen the story as it is. */
    private static final Pattern TAG = Pattern.compile("\"(?<version>[0-9]{1,18})-(?<live>[0-9a-f-]{36}|0)\"");

    private final Newsroom newsroom;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Workflow workflow;
    private final People people;
    private final Function<String, String> absolute;
    private final String mainEdition;
    private final DraftJson json;

    DraftingApi(
            Newsroom newsroom,
            Drafting drafting,
            Publishing publishing,
            Workflow workflow,
            People people,
            Function<String, String> absolute,
            String mainEdition,
            DraftJson json) {
        this.newsroom = newsroom;
        this.drafting = drafting;
        this.publishing = publishing;
        this.workflow = workflow;
        this.people = people;
        this.absolute = absolute;
        this.mainEdition = mainEdition;
        this.json = json;
    }

    // ---- reading

    Response list(Call call) {
        int limit = call.limit(USUAL);
        long below = call.asked("after").map(DraftingApi::number).orElse(Long.MAX_VALUE);
        var lines = newsroom.stories(below, limit);
        var root = JSON.objectNode();
        var array = root.putArray("drafts");
        for (var line : lines) {
            array.add(DraftJson.story(line.story())
                    .put("headline", line.headline())
                    .put("section", line.section())
                    .put("revisedAt", line.revisedAt().toString())
                    .put(
                            "url",
                            absolute.apply(
                                    Api.PREFIX + "/drafts/" + line.story().number())));
        }
        if (lines.size() < limit) {
            return Call.json(200, root.putNull("next"));
        }
        String next = absolute.apply(
                Api.PREFIX + "/drafts?after=" + lines.getLast().story().number() + "&limit=" + limit);
        return Call.json(200, root.put("next", next)).with("Link", "<" + next + ">; rel=\"next\"");
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ApiProblem.Met(ApiProblem.Kind.BAD_PARAMETER, "after", text);
        }
        return Long.parseLong(text);
    }

    Response draft(Call call) {
        return shown(call, 200, call.number(), List.of());
    }

    /** The story as it is now, with the tag that names this state. */
    private Response shown(Call call, int status, long number, List<Problem> warnings) {
        var open = drafting.open(call.actor(), number).orElseThrow(() -> new ApiProblem.Met(ApiProblem.Kind.NOT_FOUND));
        var content = StoryDocument.content(open.document());
        ObjectNode root = DraftJson.story(open.story());
        root.put("version", open.version());
        root.put("url", absolute.apply(Api.PREFIX + "/drafts/" + number));
        root.put("deskUrl", absolute.apply("/desk/stories/" + number));
        root.setAll(DraftJson.content(content));
        var problems = warnings.isEmpty() ? publishing.problems(open.story(), content) : warnings;
        root.set(
                "problems",
                ApiProblem.json(problems.stream().map(ApiProblem.Fault::of).toList(), call.words()));
        return Call.json(status, root).with("ETag", tag(open.version(), open.story()));
    }

    private static String tag(long version, Story story) {
        String live = DraftJson.live(story);
        return '"' + Long.toString(version) + "-" + (live.isEmpty() ? "0" : live) + '"';
    }

    // ---- writing

    Response begin(Call call) {
        var members = new HashSet<>(DraftJson.CONTENT);
        members.addAll(Set.of("edition", "type", "note", "sourceNumber"));
        var sent = call.json(members);
        String edition = Call.text(sent, "edition");
        var beginning = Drafting.Beginning.in(edition.isEmpty() ? mainEdition : edition)
                .withType(type(sent).orElse(StoryType.NEWS))
                .withSource(Call.text(sent, "sourceNumber"), Call.text(sent, "note"));
        var story = done(drafting.begin(call.actor(), beginning, json.content(sent)));
        return shown(call, 201, story.number(), List.of())
                .with("Location", absolute.apply(Api.PREFIX + "/drafts/" + story.number()));
    }

    Response write(Call call) {
        var members = new HashSet<>(DraftJson.CONTENT);
        members.add("type");
        var sent = call.json(members);
        var content = json.content(sent);
        var type = type(sent);
        var seen = seen(call);
        long number = call.number();
        var story = done(drafting.cut(call.actor(), number, seen.version(), Cause.HAND_OVER));
        if (!DraftJson.live(story).equals(seen.live())) {
            throw new ApiProblem.Met(ApiProblem.Kind.CHANGED);
        }
        done(drafting.revise(call.actor(), number, story.newestRevision(), content));
        if (type.filter(its -> its != story.type()).isPresent()) {
            done(drafting.retype(call.actor(), number, type.get()));
        }
        return shown(call, 200, number, List.of());
    }

    private static Optional<StoryType> type(JsonNode sent) {
        String id = Call.text(sent, "type");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(StoryType.of(id).orElseThrow(() -> DraftJson.bad("there is no type “" + id + "”")));
    }

    // ---- the way through the newsroom

    Response move(Call call) {
        var sent = call.json(Set.of("stage", "from", "note"));
        var story = story(call);
        var stage = stage(Call.text(sent, "stage"));
        String from = Call.text(sent, "from");
        done(workflow.move(
                call.actor(),
                story.number(),
                from.isEmpty() ? story.stage() : stage(from),
                stage,
                Call.text(sent, "note")));
        return shown(call, 200, story.number(), List.of());
    }

    private static Stage stage(String id) {
        return Stage.of(id).orElseThrow(() -> DraftJson.bad("there is no stage “" + id + "”"));
    }

    Response assign(Call call) {
        var sent = call.json(Set.of("person"));
        String email = Call.text(sent, "person");
        Optional<String> person = email.isEmpty()
                ? Optional.empty()
                : Optional.of(people.withEmail(email)
                        .map(Person::id)
                        .orElseThrow(() -> new ApiProblem.Met(ApiProblem.refused(
                                List.of(new Problem(Problem.Kind.NO_SUCH_PERSON, email, "person"))))));
        done(workflow.assign(call.actor(), call.number(), person));
        return shown(call, 200, call.number(), List.of());
    }

    // ---- the way to readers

    Response publish(Call call) {
        var sent = call.json(Set.of("weight"));
        var weight = weight(sent);
        return released(call, seen -> publishing.publish(call.actor(), call.number(), seen, weight));
    }

    Response schedule(Call call) {
        var sent = call.json(Set.of("at", "weight"));
        var at = ApiProblem.moment("at", Call.text(sent, "at"));
        var weight = weight(sent);
        return released(call, seen -> publishing.schedule(call.actor(), call.number(), seen, at, weight));
    }

    Response unschedule(Call call) {
        return released(call, seen -> publishing.unschedule(call.actor(), call.number(), seen));
    }

    Response embargo(Call call) {
        var until = ApiProblem.moment("until", Call.text(call.json(Set.of("until")), "until"));
        return released(call, seen -> publishing.embargo(call.actor(), call.number(), seen, until));
    }

    Response liftEmbargo(Call call) {
        return released(call, seen -> publishing.liftEmbargo(call.actor(), call.number(), seen));
    }

    Response correct(Call call) {
        String text = Call.text(call.json(Set.of("text")), "text");
        return released(call, seen -> publishing.correct(call.actor(), call.number(), seen, text));
    }

    Response withdraw(Call call) {
        String reason = Call.text(call.json(Set.of("reason")), "reason");
        return released(call, seen -> publishing.withdraw(call.actor(), call.number(), seen, reason));
    }

    private static Weight weight(JsonNode sent) {
        String id = Call.text(sent, "weight");
        return id.isEmpty()
                ? Weight.MAJOR
                : Weight.of(id).orElseThrow(() -> DraftJson.bad("there is no weight “" + id + "”"));
    }

    /** Does it to exactly the version that the caller has seen, cut as a revision. */
    private Response released(Call call, Function<Publishing.Seen, Outcome<Story>> verb) {
        var seen = seen(call);
        var story = done(drafting.cut(call.actor(), call.number(), seen.version(), Cause.PUBLICATION));
        var outcome = verb.apply(new Publishing.Seen(
                story.newestRevision(), Optional.of(seen.live()).filter(live -> !live.isEmpty())));
        var done = done(outcome);
        return shown(call, 200, done.number(), List.of());
    }

    // ---- what was seen

    private record Seen(OptionalLong version, String live) {}

    private static Seen seen(Call call) {
        String condition = call.request().header("If-Match").orElse("").strip();
        var tag = TAG.matcher(condition);
        if (!tag.matches()) {
            throw new ApiProblem.Met(ApiProblem.Kind.CHANGED);
        }
        String live = tag.group("live");
        return new Seen(OptionalLong.of(Long.parseLong(tag.group("version"))), live.equals("0") ? "" : live);
    }

    private Story story(Call call) {
        return newsroom.story(call.number()).orElseThrow(() -> new ApiProblem.Met(ApiProblem.Kind.NOT_FOUND));
    }

    private static Story done(Outcome<Story> outcome) {
        return switch (outcome) {
            case Outcome.Done<Story>(var story, var _) -> story;
            case Outcome.Refused<Story>(var problems) -> throw new ApiProblem.Met(ApiProblem.refused(problems));
            case Outcome.Conflict<Story> _ -> throw new ApiProblem.Met(ApiProblem.Kind.CHANGED);
        };
    }
}
