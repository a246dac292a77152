package news.titr.audit;

import java.util.Locale;

/**
 * What an act was about.
 *
 * @param id within its kind, or the empty string where there is but one
 * @param name what it was called then, so that the log can be read after it is gone; empty for a story, which has its
 *     number
 */
public record Subject(Kind kind, String id, String name) {

    public enum Kind {
        STORY,
        PLAN,
        PERSON,
        PICTURE,
        FRONT,
        SECTION,
        TAG,
        AUTHOR,
        REDIRECT,
        PAGE,
        SETTINGS,
        TOKEN,
        WEBHOOK,
        WIRE,
        AUDIT;

        /** As it is stored, and as its words are called: {@code audit.subject.story}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject story(long number) {
        return new Subject(Kind.STORY, Long.toString(number), "");
    }

    public static Subject plan(String id, String name) {
        return new Subject(Kind.PLAN, id, name);
    }

    public static Subject person(String id, String name) {
        return new Subject(Kind.PERSON, id, name);
    }

    public static Subject picture(String id, String name) {
        return new Subject(Kind.PICTURE, id, name);
    }

    /** The front page of an edition. */
    public static Subject front(String edition) {
        return new Subject(Kind.FRONT, edition, "");
    }

    public static Subject section(String id, String name) {
        return new Subject(Kind.SECTION, id, name);
    }

    public static Subject tag(String id, String name) {
        return new Subject(Kind.TAG, id, name);
    }

    public static Subject author(String id, String name) {
        return new Subject(Kind.AUTHOR, id, name);
    }

    public static Subject redirect(String id, String path) {
        return new Subject(Kind.REDIRECT, id, path);
    }

    public static Subject page(String id, String name) {
        return new Subject(Kind.PAGE, id, name);
    }

    public static Subject settings() {
        return new Subject(Kind.SETTINGS, "", "");
    }

    /** A token of another program. */
    public static Subject token(String id, String name) {
        return new Subject(Kind.TOKEN, id, name);
    }

    /** Somebody who is told of what happens. */
    public static Subject webhook(String id, String name) {
        return new Subject(Kind.WEBHOOK, id, name);
    }

    /** A source that news comes from by itself. */
    public static Subject wire(String id, String name) {
        return new Subject(Kind.WIRE, id, name);
    }

    /** The audit log itself, which remembers who took a copy of it. */
    public static Subject audit() {
        return new Subject(Kind.AUDIT, "", "");
    }
}
