package news.titr.media;

/** One thing that a file says of itself; {@code group} is EXIF, GPS, IPTC or XMP. */
public record EmbeddedEntry(String group, String name, String value) {}
