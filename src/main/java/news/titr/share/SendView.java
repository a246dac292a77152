package news.titr.share;

import java.util.List;
import news.titr.language.Messages;

/**
 * What the page «send to friends» shows.
 *
 * @param storyAddress relative
 * @param shortLink absolute; {@code shortLinkText} without its scheme
 * @param form empty when no mail is configured
 */
record SendView(
        Messages words,
        String headline,
        String lead,
        String storyAddress,
        String shortLink,
        String shortLinkText,
        List<Means> means,
        List<Form> form) {

    /** A link by which a reader sends with what they have. */
    record Means(String name, String address, String relation) {}

    /**
     * The server's form.
     *
     * @param problems those that are about no single field
     */
    record Form(
            String action,
            String token,
            Field sender,
            List<Field> recipients,
            List<String> problems,
            boolean refused,
            String trap) {}

    /** A field for one address, with what was typed and, if there is one, its problem. */
    record Field(String id, String name, String label, String typed, String problem) {}

    public String word(String key) {
        return words.word(key);
    }
}
