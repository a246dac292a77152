package news.titr.wire.moving;

/**
 * Which record of an archive something is about.
 *
 * @param kind what it is called there: {@code post}, {@code page}, {@code attachment}
 * @param id as it is there
 * @param name as people know it, such as its headline; or empty
 * @param line at which it begins in the file, counted from one; 0 where there are no lines
 */
public record Where(String kind, String id, String name, long line) {

    @Override
    public String toString() {
        return (kind + " " + id).strip()
                + (name.isEmpty() ? "" : " «" + (name.length() > 80 ? name.substring(0, 80) + "…" : name) + "»")
                + (line > 0 ? ", line " + line : "");
    }
}
