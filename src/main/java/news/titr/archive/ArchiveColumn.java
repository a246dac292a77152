package news.titr.archive;

import java.util.Locale;
import java.util.Optional;

/**
 * A column of the database, and how the archive shows it.
 *
 * @param name as in the database: {@code created_at}
 * @param fallback what a row gets of an archive that was made before the column was there; empty for null
 */
record ArchiveColumn(String name, Kind kind, Optional<String> fallback) {

    enum Kind {
        TEXT,
        NUMBER,
        /** Epoch milliseconds in the database, ISO 8601 in UTC in the archive. */
        TIME,
        /** 0 and 1 in the database, false and true in the archive. */
        YES,
        /** JSON as text in the database, JSON in the archive. */
        JSON
    }

    /** Reads {@code created_at:time}, {@code name}, or {@code priority:number=3}. */
    static ArchiveColumn read(String written) {
        String[] halves = written.split("=", 2);
        String[] parts = halves[0].split(":", 2);
        return new ArchiveColumn(
                parts[0],
                parts.length == 1 ? Kind.TEXT : Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                halves.length == 1 ? Optional.empty() : Optional.of(halves[1]));
    }

    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.JSON;
    }

    /** The name in the archive: {@code createdAt}. */
    String field() {
        var field = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean next = i > 0 && name.charAt(i - 1) == '_';
            if (name.charAt(i) != '_') {
                field.append(next ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            }
        }
        return field.toString();
    }
}
