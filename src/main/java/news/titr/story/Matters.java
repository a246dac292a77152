package news.titr.story;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.titr.people.Actor;
import news.titr.people.Matter;
import news.titr.people.Permission;
import org.jdbi.v3.core.Handle;

/** What a permission is asked for when it is asked for a story. */
final class Matters {

    private Matters() {}

    /** The story as it stands in the newsroom. */
    static Matter of(Handle read, Actor actor, Story story) {
        return in(read, StoryStore.sectionOf(read, story.newestRevision()), isOwn(read, actor, story));
    }

    /** A story that nobody has begun yet is its beginner's own. */
    static Matter begun(Handle read, Optional<Section> section) {
        return in(read, section.map(Section::id), true);
    }

    /** What stands in a section, or in none. */
    static Matter in(Handle read, Optional<String> section, boolean own) {
        return new Matter(
                section, section.map(id -> SectionStore.above(read, id)).orElse(Set.of()), own);
    }

    /** Whether an actor may do it to a story as it stands in the newsroom. */
    static boolean allow(Handle read, Actor actor, Permission permission, Story story) {
        return actor.may(permission, of(read, actor, story));
    }

    /**
     * Whether an actor may do what changes the readers' side: who moves a story into a section of their own does not get
     * their hands on what another section has before its readers.
     */
    static boolean allowBeforeReaders(Handle read, Actor actor, Permission permission, Story story) {
        return allow(read, actor, permission, story)
                && readersRevisions(story)
                        .map(revision -> in(read, StoryStore.sectionOf(read, revision), isOwn(read, actor, story)))
                        .allMatch(matter -> actor.may(permission, matter));
    }

    /** What readers have, or will have without anybody doing anything more. */
    private static Stream<String> readersRevisions(Story story) {
        Stream<String> released = switch (story.release()) {
            case Release.Live live -> Stream.of(live.revision());
            case Release.Scheduled scheduled -> Stream.of(scheduled.revision());
            case Release.Unreleased _, Release.Withdrawn _ -> Stream.empty();
        };
        return Stream.concat(released, story.update().map(PlannedUpdate::revision).stream());
    }

    /** Begun by them, or given to them. */
    private static boolean isOwn(Handle read, Actor actor, Story story) {
        return story.begunBy().equals(actor.id())
                || actor instanceof Actor.AtDesk desk
                        && WorkStore.isAssignedTo(
                                read, story.number(), desk.person().id());
    }
}
