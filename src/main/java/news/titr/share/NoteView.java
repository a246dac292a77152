package news.titr.share;

import java.util.List;
import news.titr.language.Messages;

/**
 * What a page shows that says one thing, and may ask for one click.
 *
 * @param lines one paragraph each
 * @param addresses e-mail addresses that it is about
 * @param button the words of its button, or the empty string when it asks for nothing
 * @param action where the button leads
 * @param storyAddress relative, or the empty string
 */
record NoteView(
        Messages words,
        String heading,
        List<String> lines,
        List<String> addresses,
        String button,
        String action,
        String storyAddress) {

    public String word(String key) {
        return words.word(key);
    }
}
