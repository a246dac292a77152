package news.titr.story;

import java.util.Locale;

/**
 * Something that a check found.
 *
 * @param detail what it is about (a link, a length), or the empty string
 */
public record Problem(Kind kind, String detail) {

    public enum Severity {
        /** The door stays shut. */
        REFUSE,
        /** The door opens, and says so. */
        WARN
    }

    public enum Kind {
        NOT_ALLOWED(Severity.REFUSE),
        NO_SUCH_STORY(Severity.REFUSE),
        NO_SUCH_SECTION(Severity.REFUSE),
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
        NO_SUCH_SLOT(Severity.REFUSE),
        NO_SUCH_RULE(Severity.REFUSE),
        NO_SUCH_FRONT(Severity.REFUSE),
        FRONT_UNCHANGED(Severity.REFUSE),
        NO_SECTION(Severity.WARN),
        EMPTY_BODY(Severity.WARN),
        UNKNOWN_DATE(Severity.WARN),
        LONG_HEADLINE(Severity.WARN),
        UNSAFE_LINK(Severity.WARN),
        NO_ALTERNATIVE_TEXT(Severity.WARN);

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

        /** The name of its message: {@code problem.no-headline}. */
        public String messageKey() {
            return "problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Problem of(Kind kind) {
        return new Problem(kind, "");
    }

    public boolean refuses() {
        return kind.severity() == Severity.REFUSE;
    }
}
