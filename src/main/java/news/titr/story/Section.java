package news.titr.story;

import java.util.Optional;

/** A section of one edition (سرویس), such as «فرهنگ»; {@code parent} is the id of the section it belongs to. */
public record Section(String id, String edition, String slug, String name, Optional<String> parent, int position) {}
