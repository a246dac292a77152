package news.titr.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A picture, video or sound as it came in, what is known of it, and what readers get of it.
 *
 * @param addedBy the actor, as in the audit log
 * @param version goes up by one at each change
 * @param renditions narrowest first
 */
public record Asset(
        String id,
        Original original,
        Description description,
        Framing framing,
        String addedBy,
        Instant addedAt,
        long version,
        List<Rendition> renditions) {

    public Asset {
        renditions = renditions.stream()
                .sorted(Comparator.comparingInt(Rendition::width))
                .toList();
    }

    /**
     * The file that came in. Readers never get it.
     *
     * @param blob by its content hash
     * @param width and {@code height}: of the picture upright; of the poster of a video; zero for sound without one
     * @param length of a video or sound, zero where it is not known
     * @param moving true for a picture that moves by itself
     * @param poster the blob of the picture that stands for a video or sound, or empty
     */
    public record Original(
            String blob,
            FileType type,
            String fileName,
            long bytes,
            int width,
            int height,
            Duration length,
            boolean moving,
            String poster) {}

    /**
     * What people say of a picture. These are where a use of it starts from; a story may say it in its own words.
     *
     * @param licence under what terms it may be used
     * @param usableUntil after this nobody may publish it
     * @param takenAt when it was taken, as its file says
     */
    public record Description(
            String alt,
            String caption,
            String credit,
            List<String> keywords,
            String licence,
            Optional<Instant> usableUntil,
            Optional<Instant> takenAt) {

        public static final Description NONE =
                new Description("", "", "", List.of(), "", Optional.empty(), Optional.empty());

        public Description {
            keywords = List.copyOf(keywords);
        }

        public Description withCredit(String other) {
            return new Description(alt, caption, other, keywords, licence, usableUntil, takenAt);
        }

        public boolean expired(Instant now) {
            return usableUntil.filter(until -> !until.isAfter(now)).isPresent();
        }
    }

    /**
     * One size of a picture, in pixels; or what readers get of a video or sound.
     *
     * @param name the end of its address; what it names never changes
     */
    public record Rendition(
            Slot slot, Purpose purpose, int width, int height, String mediaType, String blob, String name) {

        /** Stills are what everything else is made of; motion and sound come only where they are asked for. */
        public enum Purpose {
            STILL,
            MOVING,
            PLAYED
        }

        public String address() {
            return "/media/" + name;
        }

        /** Every browser, the PDF and every mail program can show it. */
        public boolean plain() {
            return mediaType.equals("image/jpeg") || mediaType.equals("image/png");
        }
    }

    /** An original that another file has taken the place of. */
    public record Replaced(String blob, FileType type, String fileName, Instant at) {}

    Asset withRenditions(List<Rendition> others) {
        return new Asset(id, original, description, framing, addedBy, addedAt, version, others);
    }

    Asset withDescription(Description other) {
        return new Asset(id, original, other, framing, addedBy, addedAt, version, renditions);
    }

    /** The blob that stills are made of: the poster, where there is one. */
    String shownBlob() {
        return original.poster().isEmpty() ? original.blob() : original.poster();
    }

    boolean hasStills() {
        return kind() == FileType.Kind.PICTURE || !original.poster().isEmpty();
    }

    /** What people know it by: its caption, else its alternative text, else the name of its file. */
    public String name() {
        return java.util.stream.Stream.of(description.caption(), description.alt(), original.fileName())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(id);
    }

    public String credit() {
        return description.credit();
    }

    public FileType.Kind kind() {
        return original.type().kind();
    }

    /** The plain stills of a slot; of the whole picture while those of the slot are still to be made. */
    public List<Rendition> stills(Slot slot) {
        var stills = of(slot).filter(Rendition::plain).toList();
        return stills.isEmpty() && slot != Slot.WHOLE ? stills(Slot.WHOLE) : stills;
    }

    /** The same in a modern format such as {@code image/avif}: all sizes that {@link #stills} has, or none. */
    public List<Rendition> stills(Slot slot, String mediaType) {
        var plain = stills(slot);
        if (plain.isEmpty()) {
            return List.of();
        }
        var modern = of(plain.getFirst().slot())
                .filter(rendition -> rendition.mediaType().equals(mediaType))
                .toList();
        return modern.size() == plain.size() ? modern : List.of();
    }

    private java.util.stream.Stream<Rendition> of(Slot slot) {
        return renditions.stream()
                .filter(rendition -> rendition.slot() == slot && rendition.purpose() == Rendition.Purpose.STILL);
    }

    /** The picture that moves, smallest file first; empty for still ones. */
    public List<Rendition> moving() {
        return renditions.stream()
                .filter(rendition -> rendition.purpose() == Rendition.Purpose.MOVING)
                .toList();
    }

    /** What readers play of a video or sound; empty until it is made, and where nothing can make it. */
    public Optional<Rendition> played() {
        return renditions.stream()
                .filter(rendition -> rendition.purpose() == Rendition.Purpose.PLAYED)
                .findFirst();
    }

    /** The narrowest plain rendition that is at least this wide, else the widest there is. */
    public Optional<Rendition> atLeast(Slot slot, int pixels) {
        var stills = stills(slot);
        return stills.stream()
                .filter(rendition -> rendition.width() >= pixels)
                .findFirst()
                .or(() -> stills.isEmpty() ? Optional.empty() : Optional.of(stills.getLast()));
    }

    public Optional<Rendition> atLeast(int pixels) {
        return atLeast(Slot.WHOLE, pixels);
    }

    /** All plain sizes as an HTML {@code srcset}. */
    public String sourceSet() {
        return sourceSet(stills(Slot.WHOLE));
    }

    public static String sourceSet(List<Rendition> renditions) {
        return String.join(
                ", ",
                renditions.stream()
                        .map(rendition -> rendition.address() + " " + rendition.width() + "w")
                        .toList());
    }
}
