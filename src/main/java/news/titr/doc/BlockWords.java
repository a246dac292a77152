package news.titr.doc;

import java.util.stream.Collectors;
import news.titr.language.Direction;
import news.titr.language.Messages;

/** The few words that the renderers add to what was written, in the language of the edition. */
public record BlockWords(String languageTag, boolean rightToLeft, String readAlso, String table, String seeOnPattern) {

    public static final BlockWords PERSIAN = new BlockWords("fa", true, "بیشتر بخوانید:", "جدول", "دیدن در %s");

    public static final BlockWords ENGLISH = new BlockWords("en", false, "Read also:", "Table", "See it on %s");

    /** In the language of these words. */
    public static BlockWords of(Messages words) {
        return new BlockWords(
                words.language().tag(),
                words.language().direction() == Direction.RIGHT_TO_LEFT,
                words.word("story.read-also"),
                words.word("story.table"),
                words.word("story.see-on", "%s"));
    }

    String provider(EmbedProvider provider) {
        return languageTag.startsWith("fa") ? provider.persianName() : provider.id();
    }

    /** A small number in the digits of the language. */
    String number(int number) {
        String digits = Integer.toString(number);
        return languageTag.startsWith("fa")
                ? digits.chars()
                        .mapToObj(digit -> Character.toString(digit - '0' + '۰'))
                        .collect(Collectors.joining())
                : digits;
    }

    String seeOn(String provider) {
        return seeOnPattern.formatted(provider);
    }
}
