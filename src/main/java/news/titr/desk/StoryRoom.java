package news.titr.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import news.titr.db.Signals;
import news.titr.doc.step.DocumentJson;
import news.titr.http.EventStream;

/** One story that somebody has open in this process: the streams of all who have, and everybody who is in it. */
final class StoryRoom {

    private record Person(JsonNode json, Instant seenAt) {}

    private final long story;
    private final Signals signals;
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final List<Signals.Subscription> subscriptions = new ArrayList<>();
    private final Map<String, Person> people = new TreeMap<>();
    private long toldVersion = -1;

    StoryRoom(long story, Signals signals) {
        this.story = story;
        this.signals = signals;
        subscriptions.add(signals.on(StoryRooms.steps(story), text -> version(Long.parseLong(text))));
        subscriptions.add(signals.on(StoryRooms.people(story), this::heard));
    }

    long story() {
        return story;
    }

    void enter(EventStream stream) {
        streams.add(stream);
        stream.send("people", everybody());
        // those in other processes are asked to say that they are here
        signals.send(StoryRooms.people(story), "{\"who\":true}");
    }

    /** True when it was the last. */
    boolean leave(EventStream stream) {
        streams.remove(stream);
        return streams.isEmpty();
    }

    void tell(String event, String data) {
        streams.forEach(stream -> stream.send(event, data));
    }

    /** Tells a version once, and never an older one after a newer. */
    void version(long version) {
        synchronized (this) {
            if (version <= toldVersion) {
                return;
            }
            toldVersion = version;
        }
        tell("steps", "{\"version\":" + version + "}");
    }

    void forgetBefore(Instant moment) {
        boolean changed;
        synchronized (people) {
            changed = people.values().removeIf(person -> person.seenAt().isBefore(moment));
        }
        if (changed) {
            tell("people", everybody());
        }
    }

    private void heard(String text) {
        var json = DocumentJson.read(text);
        if (json.has("who")) {
            answerWho();
            return;
        }
        boolean changed;
        synchronized (people) {
            if (json.has("gone")) {
                changed = people.remove(json.path("gone").asText()) != null;
            } else {
                var person = person(json.path("person"), json.path("at").longValue());
                var before = people.put(person.json().path("client").asText(), person);
                changed = before == null || !before.json().equals(person.json());
            }
        }
        if (changed) {
            tell("people", everybody());
        }
    }

    /** Says again who is here, and since when they were not heard of; what everybody knows already changes nothing. */
    private void answerWho() {
        List<Person> here;
        synchronized (people) {
            here = List.copyOf(people.values());
        }
        here.forEach(person -> signals.send(
                StoryRooms.people(story),
                StoryRooms.person(person.json(), person.seenAt().toEpochMilli())));
    }

    private Person person(JsonNode json, long at) {
        var before = people.get(json.path("client").asText());
        return before == null || before.seenAt().toEpochMilli() <= at
                ? new Person(json, Instant.ofEpochMilli(at))
                : before;
    }

    private String everybody() {
        var array = JsonNodeFactory.instance.arrayNode();
        synchronized (people) {
            people.values().forEach(person -> array.add(person.json()));
        }
        return array.toString();
    }

    void close() {
        subscriptions.forEach(Signals.Subscription::close);
        subscriptions.clear();
    }
}
