package news.titr.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What changed, as texts under names. Times are ISO 8601, revisions are ids; a text that is empty is left out.
 *
 * <pre>{@code Detail.of(Detail.Name.REVISION, id).with(Detail.Name.REVISION_BEFORE, live)}</pre>
 */
public record Detail(Map<Name, String> texts) {

    public static final Detail NONE = new Detail(Map.of());

    /** Each has its words in the messages: {@code audit.detail.revision-before}. */
    public enum Name {
        REVISION,
        REVISION_BEFORE,
        TIME,
        TIME_BEFORE,
        TEXT,
        REASON,
        NOTE,
        ENTRY,
        WEIGHT,
        HEADLINE,
        STAGE,
        FROM,
        TO,
        ROLE,
        EMAIL,
        SECTION,
        SLOT,
        STORY,
        PROBLEMS,
        FILTER,
        FORMAT,
        COUNT,
        SCOPES,
        ADDRESS,
        /** Which program of theirs did it. */
        TOKEN;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isRevision() {
            return this == REVISION || this == REVISION_BEFORE;
        }

        public boolean isTime() {
            return this == TIME || this == TIME_BEFORE;
        }

        public static Optional<Name> of(String id) {
            return Arrays.stream(values()).filter(name -> name.id().equals(id)).findFirst();
        }
    }

    public Detail {
        var kept = new LinkedHashMap<Name, String>();
        texts.forEach((name, text) -> {
            if (!text.isBlank()) {
                kept.put(name, text);
            }
        });
        texts = Collections.unmodifiableMap(kept);
    }

    public static Detail of(Name name, String text) {
        return NONE.with(name, text);
    }

    public Detail with(Name name, String text) {
        var more = new LinkedHashMap<>(texts);
        more.put(name, text);
        return new Detail(more);
    }

    public Detail with(Name name, Instant time) {
        return with(name, time.toString());
    }

    /** From one value to another, such as a role or a name. */
    public static Detail change(String from, String to) {
        return of(Name.FROM, from).with(Name.TO, to);
    }

    public Optional<String> text(Name name) {
        return Optional.ofNullable(texts.get(name));
    }
}
