package news.titr.doc;

import news.titr.language.DigitPolicy;
import news.titr.language.Direction;
import news.titr.language.Messages;

/**
 * The few words that the renderers add to what was written, in the language of the edition.
 *
 * @param lower how many levels lower the headings of the body stand than in a story that has a page to itself
 */
public record BlockWords(
        String languageTag,
        boolean rightToLeft,
        DigitPolicy digits,
        String readAlso,
        String table,
        String seeOnPattern,
        int lower) {

    public static final BlockWords PERSIAN =
            new BlockWords("fa", true, DigitPolicy.PERSIAN, "بیشتر بخوانید:", "جدول", "دیدن در %s", 0);

    public static final BlockWords ENGLISH =
            new BlockWords("en", false, DigitPolicy.LATIN, "Read also:", "Table", "See it on %s", 0);

    /** In the language of these words. */
    public static BlockWords of(Messages words) {
        return new BlockWords(
                words.language().tag(),
                words.language().direction() == Direction.RIGHT_TO_LEFT,
                words.digits(),
                words.word("story.read-also"),
                words.word("story.table"),
                words.word("story.see-on", "%s"),
                0);
    }

    /** For a page with the tables of several bodies: screen readers list them by name. */
    public BlockWords withTable(String other) {
        return new BlockWords(languageTag, rightToLeft, digits, readAlso, other, seeOnPattern, lower);
    }

    /** For a body whose own heading is no page's first: that of level 3 has what it contains at level 4. */
    public BlockWords below(int heading) {
        return new BlockWords(languageTag, rightToLeft, digits, readAlso, table, seeOnPattern, heading - 1);
    }

    /** The level of a heading of the body where it is shown. */
    int level(int level) {
        return Math.min(6, level + lower);
    }

    String provider(EmbedProvider provider) {
        return languageTag.startsWith("fa") ? provider.persianName() : provider.id();
    }

    /** A small number in the digits of the language. */
    String number(int number) {
        return digits.number(number);
    }

    String seeOn(String provider) {
        return seeOnPattern.formatted(provider);
    }
}
