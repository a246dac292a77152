package news.titr.story;

import java.util.Locale;

/**
 * Something that a check found.
 *
 * @param detail what it is about (a link, a length), or the empty string
 * @param place where it is: the name of a field ({@code headline}), or a block of the body by the numbers that lead to
 *     it, counted from zero ({@code body.3}, {@code body.5.0.2}), or the empty string
 */
public record Problem(Kind kind, String detail, String place) {

    public Problem(Kind kind, String detail) {
        this(kind, detail, "");
    }

    public enum Severity {
        /** The door stays shut. */
        REFUSE,
        /** The door opens, and says so. */
        WARN
    }

    public enum Kind {
        NOT_ALLOWED(Severity.REFUSE),
        NO_SUCH_STORY(Severity.REFUSE),
        NO_SUCH_EDITION(Severity.REFUSE),
        SAME_EDITION(Severity.REFUSE),
        TRANSLATED_ALREADY(Severity.REFUSE),
        NO_SUCH_REVISION(Severity.REFUSE),
        NO_SUCH_NOTE(Severity.REFUSE),
        NO_PASSAGE(Severity.REFUSE),
        NO_NOTE_TEXT(Severity.REFUSE),
        NO_COVERAGE(Severity.REFUSE),
        COVERAGE_FINISHED(Severity.REFUSE),
        NO_SUCH_ENTRY(Severity.REFUSE),
        ENTRY_REMOVED(Severity.REFUSE),
        NO_ENTRY_TEXT(Severity.REFUSE),
        TIME_IS_AHEAD(Severity.REFUSE),
        NO_SUCH_SECTION(Severity.REFUSE),
        NO_SUCH_PERSON(Severity.REFUSE),
        NO_SUCH_PLAN(Severity.REFUSE),
        NO_TITLE(Severity.REFUSE),
        NOTES_TOO_LONG(Severity.REFUSE),
        PLAN_HAS_STORY(Severity.REFUSE),
        CLAIMED(Severity.REFUSE),
        STILL_SCHEDULED(Severity.REFUSE),
        STILL_LIVE(Severity.REFUSE),
        NO_HEADLINE(Severity.REFUSE),
        UNKNOWN_BLOCK(Severity.REFUSE),
        SPIKED(Severity.REFUSE),
        NOT_LIVE(Severity.REFUSE),
        NOT_SCHEDULED(Severity.REFUSE),
        LIVE_ALREADY(Severity.REFUSE),
        NOTHING_NEW(Severity.REFUSE),
        EMBARGOED(Severity.REFUSE),
        SCHEDULED_EARLIER(Severity.REFUSE),
        NO_EMBARGO(Severity.REFUSE),
        NO_REASON(Severity.REFUSE),
        NO_CORRECTION_TEXT(Severity.REFUSE),
        TIME_IS_PAST(Severity.REFUSE),
        STEP_DOES_NOT_FIT(Severity.REFUSE),
        TOO_MANY_STEPS(Severity.REFUSE),
        TEXT_TOO_LARGE(Severity.REFUSE),
        NO_ALTERNATIVE_TEXT(Severity.REFUSE),
        NO_CREDIT(Severity.REFUSE),
        PICTURE_EXPIRED(Severity.REFUSE),
        NO_SUCH_SLOT(Severity.REFUSE),
        NO_SUCH_RULE(Severity.REFUSE),
        NO_SUCH_FRONT(Severity.REFUSE),
        FRONT_UNCHANGED(Severity.REFUSE),
        NO_BREAKING_TEXT(Severity.REFUSE),
        NO_NAME(Severity.REFUSE),
        UNFIT_SLUG(Severity.REFUSE),
        SLUG_TAKEN(Severity.REFUSE),
        INTO_ITSELF(Severity.REFUSE),
        SECTION_IN_USE(Severity.REFUSE),
        NO_SUCH_LABEL(Severity.REFUSE),
        NO_SUCH_REDIRECT(Severity.REFUSE),
        UNFIT_PATH(Severity.REFUSE),
        UNFIT_TARGET(Severity.REFUSE),
        REDIRECT_LOOP(Severity.REFUSE),
        NO_SUCH_PAGE(Severity.REFUSE),
        PAGE_NOT_LIVE(Severity.REFUSE),
        NO_SUCH_ZONE(Severity.REFUSE),
        NO_SUCH_CHOICE(Severity.REFUSE),
        NO_SUCH_COLOUR(Severity.REFUSE),
        UNFIT_ROBOT_RULE(Severity.REFUSE),
        UNFIT_CONTACT(Severity.REFUSE),
        TOO_LITTLE_CONTRAST(Severity.REFUSE),
        TOO_LONG(Severity.REFUSE),
        NO_SECTION(Severity.WARN),
        EMPTY_BODY(Severity.WARN),
        UNKNOWN_DATE(Severity.WARN),
        LONG_HEADLINE(Severity.WARN),
        CUT_HEADLINE(Severity.WARN),
        UNSAFE_LINK(Severity.WARN),
        FUTURE_DATE(Severity.WARN),
        NO_PICTURE(Severity.WARN),
        MISSING_PICTURE(Severity.WARN),
        PICTURE_UNLICENSED(Severity.WARN),
        NO_SPEAKER(Severity.WARN),
        EMPTY_SUBHEAD(Severity.WARN),
        NO_STORY_THERE(Severity.WARN),
        STORY_NOT_LIVE(Severity.WARN),
        STORY_WITHDRAWN(Severity.WARN),
        SAME_SOURCE_NUMBER(Severity.WARN),
        SAME_HEADLINE(Severity.WARN),
        UNTIDIED(Severity.WARN);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** True when the detail is a moment, ISO 8601. */
        public boolean saysWhen() {
            return this == EMBARGOED || this == SCHEDULED_EARLIER;
        }

        /** {@code no-headline}: in storage and in the names of messages. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The name of its message: {@code problem.no-headline}. */
        public String messageKey() {
            return "problem." + id();
        }

        /** True for what keeps back new stories, but not those that were printed elsewhere before. */
        boolean isForgivenToArchives() {
            return this == NO_ALTERNATIVE_TEXT || this == NO_CREDIT || this == PICTURE_EXPIRED || this == UNKNOWN_BLOCK;
        }
    }

    static Problem of(Kind kind) {
        return new Problem(kind, "");
    }

    public boolean refuses() {
        return kind.severity() == Severity.REFUSE;
    }
}
