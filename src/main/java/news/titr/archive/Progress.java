package news.titr.archive;

/** Hears how far an export or import has come. */
@FunctionalInterface
public interface Progress {

    /**
     * @param what such as {@code stories}
     * @param done of them so far
     * @param total zero when nobody knows
     */
    void told(String what, long done, long total);
}
