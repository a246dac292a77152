package news.titr.audit;

import static news.titr.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import news.titr.World;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.story.Publishing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class AuditTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyActOfADoorIsRememberedWithWhoWhenFromWhereAndWhat() {
        var story = world.draft(World.bridgeReopens());
        world.clock.forward(Duration.ofMinutes(3));
        done(world.publishing.publish(world.chiefEditor(), story.number(), Publishing.Seen.of(story)));

        var entry = read(AuditQuery.about(Subject.story(story.number()))).getFirst();

        assertEquals(Action.PUBLISH, entry.action());
        assertEquals("مینا", entry.actorName());
        assertEquals("192.0.2.7", entry.address());
        assertEquals(World.MORNING.plus(Duration.ofMinutes(3)), entry.at());
        assertEquals(Optional.of(story.newestRevision()), entry.detail().text(Detail.Name.REVISION));
    }

    @Test
    void everyKindOfThingFindsItsPlaceAndComesBackAsItWas() {
        var detail = Detail.change("خبرنگار", "دبیر \"سرویس\"\nشهر").with(Detail.Name.TIME, World.MORNING);
        append(Who.stranger("2001:db8::1"), Action.SIGN_IN_FAILED, Subject.person("", "sara@example.org"), Detail.NONE);
        append(world.technician, Action.SET_ROLE, Subject.person("17", "سارا امینی"), detail);
        append(world.technician, Action.CHANGE, Subject.settings(), Detail.of(Detail.Name.NOTE, " "));

        var entries = read(AuditQuery.EVERYTHING);
        assertEquals(Detail.NONE, entries.get(0).detail());
        assertEquals(detail, entries.get(1).detail());
        assertEquals(Subject.person("17", "سارا امینی"), entries.get(1).subject());
        assertEquals("stranger", entries.get(2).actor());
        assertEquals("2001:db8::1", entries.get(2).address());
    }

    @Test
    void theLogIsCutByKeyAndLosesNoRowOfOneMoment() {
        for (int i = 0; i < 25; i++) {
            append(world.technician, Action.UPLOAD, Subject.picture("p" + i, ""), Detail.NONE);
        }
        var seen = new ArrayList<String>();
        var after = AuditQuery.After.START;
        for (int page = 0; page < 3; page++) {
            var entries = read(AuditQuery.EVERYTHING, after, 10);
            entries.forEach(entry -> seen.add(entry.subject().id()));
            after = AuditQuery.After.of(entries.getLast());
        }
        assertEquals(IntStream.range(0, 25).mapToObj(i -> "p" + (24 - i)).toList(), seen);
    }

    @Test
    void whatIsAskedForIsFoundByPersonActionDateAndWords() {
        append(world.chiefEditor(), Action.CHANGE, Subject.tag("t1", "كتاب‌خانه"), Detail.NONE);
        world.clock.forward(Duration.ofDays(1));
        append(world.technician, Action.MERGE, Subject.tag("t2", "100%_درست"), Detail.NONE);

        assertEquals(List.of("t1"), subjects(query().actor(world.chiefEditor().id())));
        assertEquals(List.of("t2"), subjects(query().action(Action.MERGE)));
        assertEquals(List.of("t2"), subjects(query().from(World.MORNING.plusSeconds(1))));
        assertEquals(List.of("t1"), subjects(query().until(World.MORNING.plusSeconds(1))));
        // both sides are folded: another keyboard's letters find it
        assertEquals(List.of("t1"), subjects(query().words("کتابخانه")));
        // and what LIKE reads as a wildcard is a sign like any other
        assertEquals(List.of("t2"), subjects(query().words("100%")));
        assertEquals(List.of(), subjects(query().words("د%ت")));
        assertEquals(List.of(), subjects(query().words("د_ست")));
    }

    @Test
    void everyActionKindAndNameHasItsWords() {
        for (var language : List.of(Language.PERSIAN, Language.ENGLISH)) {
            var messages = Messages.of(language);
            for (var action : Action.values()) {
                assertTrue(messages.has("audit.did." + action.id()), action.id());
                assertTrue(messages.has("audit.action." + action.id()), action.id());
            }
            for (var kind : Subject.Kind.values()) {
                assertTrue(messages.has("audit.subject." + kind.id()), kind.id());
            }
            for (var name : Detail.Name.values()) {
                assertTrue(messages.has("audit.detail." + name.id()), name.id());
            }
        }
    }

    private void append(Who who, Action action, Subject subject, Detail detail) {
        world.database.write(write -> {
            Audit.append(write, world.ids.next(), world.clock.instant(), who, action, subject, detail);
            return action;
        });
    }

    private List<Entry> read(AuditQuery query) {
        return read(query, AuditQuery.After.START, 100);
    }

    private List<Entry> read(AuditQuery query, AuditQuery.After after, int limit) {
        return world.database.read(read -> query.read(read, after, limit));
    }

    private List<String> subjects(Asking asking) {
        // who acts here was added first, which is in the log as well
        return read(asking.query).stream()
                .filter(entry -> entry.subject().kind() == Subject.Kind.TAG)
                .map(entry -> entry.subject().id())
                .toList();
    }

    private static Asking query() {
        return new Asking(AuditQuery.EVERYTHING);
    }

    /** One question, said short. */
    private record Asking(AuditQuery query) {

        Asking actor(String actor) {
            return with(Optional.of(actor), Set.of(), Optional.empty(), Optional.empty(), "");
        }

        Asking action(Action action) {
            return with(Optional.empty(), Set.of(action), Optional.empty(), Optional.empty(), "");
        }

        Asking from(Instant from) {
            return with(Optional.empty(), Set.of(), Optional.of(from), Optional.empty(), "");
        }

        Asking until(Instant until) {
            return with(Optional.empty(), Set.of(), Optional.empty(), Optional.of(until), "");
        }

        Asking words(String words) {
            return with(Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), words);
        }

        private static Asking with(
                Optional<String> actor,
                Set<Action> actions,
                Optional<Instant> from,
                Optional<Instant> until,
                String words) {
            return new Asking(new AuditQuery(actor, actions, Optional.empty(), Optional.empty(), from, until, words));
        }
    }
}
