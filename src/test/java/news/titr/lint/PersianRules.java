package news.titr.lint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Rules for the Persian that Titr itself says: its strings, templates, sample stories and documents. They name only what
 * is nearly always wrong; mending a writer's text is the language package's work.
 */
final class PersianRules {

    /** Documents that show wrong Persian on purpose, beside the right one. */
    private static final Set<String> GUIDES = Set.of("docs/persian.md", "STYLE.md");

    private static final String LANGUAGE = "src/main/java/news/titr/language/";

    /** Arabic, and lists of Arabic words and of letters as they arrive, which escapes would make unreadable. */
    private static final Set<String> ABOUT_ARABIC =
            Set.of(LANGUAGE + "ProtectedText.java", "src/main/resources/messages/ar.properties");

    private static final String LETTER = "[\\p{IsArabic}&&\\p{L}]";
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{M}\\u200c])";
    private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{M}\\u200c])";
    private static final String COMMON_VERBS =
            "(شود|شوند|شوم|شوید|شویم|شد|شدند|کند|کنند|کنم|کنید|کنیم|کرد|کردند|تواند|توانند|توانید|توانیم|توانم|خواهد|خواهند"
                    + "|خواهید|گوید|گویند|گفت|رود|روند|رفت|دهد|دهند|دهید|داد|باشد|باشند|آید|آیند|آمد|گیرد|گیرند|رسد|رسند|رسید"
                    + "|داند|دانند|افتد|ماند|مانند|یابد|یابند|گذرد|سازد|سازند|بیند|بینند|بینید|خواند|خوانند|نویسد|نویسند)";

    private PersianRules() {}

    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(List.of(
                Rule.of(
                                "no Arabic yeh or kaf",
                                "write ی and ک; where Arabic is meant in Java, write \\u064A and \\u0643",
                                PersianRules::isOurs,
                                file -> file.with(withoutExamples(file))
                                        .find(Pattern.compile("\\S*[\\u064A\\u0643]\\S*")))
                        .catches("src/main/java/A.java", "String a = \"كتاب\";")
                        .catches("docs/a.md", "خبرگزاري")
                        .passes("src/main/java/A.java", "String a = \"\\\\u0643تاب\";"),
                Rule.of(
                                "one set of digits",
                                "write ۰–۹ (U+06F0…U+06F9); where Arabic digits are meant in Java, write \\u0660",
                                PersianRules::isOurs,
                                file -> file.with(withoutExamples(file)).find(Pattern.compile("[\\u0660-\\u0669]+")))
                        .catches("src/main/resources/templates/a.html", "<p>٤ خبر</p>")
                        .passes("src/main/resources/templates/a.html", "<p>۴ خبر</p>"),
                Rule.of(
                                "Persian files are NFC",
                                "normalise the file (NFC), for instance with uconv -x nfc",
                                PersianRules::isOurs,
                                PersianRules::notNormalised)
                        .catches("docs/a.md", "ا\u0653ب")
                        .passes("docs/a.md", "آب"),
                speech(
                                "no Latin digits in a Persian sentence",
                                "write Persian digits, or a Digits call",
                                LETTER + "[\\u200c ]?[0-9]+(?![A-Za-z])|(?<![\\w.-])[0-9]+ ?" + LETTER)
                        .catches("src/main/java/A.java", "String a = \"تا 3 گیرنده\";")
                        .passes("src/main/java/A.java", "String a = \"تا ۳ گیرنده\"; int b = 3; // تا 3")
                        .passes("src/main/resources/sample/stories/a.titr", "نور SPB-12 و خانهٔ h7 را\n=> 1012 یک سال"),
                speech("no straight quotes in Persian", "write «»", "(?<![=(,:?\\\\])\\\\?\"(?=" + LETTER + ")")
                        .catches("src/main/java/A.java", "String a = \"خبر \\\"تازه\\\" رسید\";")
                        .catches("src/main/resources/templates/a.html", "<p title=\"خبر\">خبر \"تازه\"</p>")
                        .passes("src/main/resources/templates/a.html", "<p title=\"خبر\">خبر «تازه»</p>"),
                speech("no three dots in Persian", "write …", LETTER + " ?\\.\\.\\.")
                        .catches("src/main/java/A.java", "String a = \"صبر کنید...\";")
                        .passes("src/main/java/A.java", "String a = \"صبر کنید…\";"),
                speech(
                                "punctuation stands at its word",
                                "no blank before ، ؛ ؟ : ! . and one after",
                                LETTER + " +[،؛؟!:.](?=\\s|$|[<\"])|[،؛](?=" + LETTER + ")")
                        .catches("src/main/java/A.java", "String a = \"اینجا ، آنجا\";")
                        .catches("src/main/java/A.java", "String a = \"اینجا،آنجا\";")
                        .passes("src/main/java/A.java", "String a = \"اینجا، آنجا\";"),
                speech(
                                "a half-space stands between two letters",
                                "take it out, or close the gap",
                                "\\u200c(?=[\\s\\u200c،؛؟!.:»)])|(?<=[\\s«(])\\u200c")
                        .catches("src/main/resources/sample/stories/a.titr", "کتاب\u200c ها")
                        .passes("src/main/resources/sample/stories/a.titr", "کتاب\u200cها")));
        rules.addAll(halfSpaces());
        return rules;
    }

    private static List<Rule> halfSpaces() {
        String advice = "write the half-space, U+200C";
        return List.of(
                speech("«می» joins its verb by a half-space", advice, NO_LETTER_BEFORE + "ن?می " + LETTER + "+")
                        .catches("src/main/java/A.java", "String a = \"این خبر نمی رسد\";")
                        .passes("src/main/java/A.java", "String a = \"این خبر نمی\u200cرسد، تمامی خبرها\";"),
                speech(
                                "«می» is not glued to its verb",
                                advice,
                                NO_LETTER_BEFORE + "ن?می" + COMMON_VERBS + NO_LETTER_AFTER)
                        .catches("src/main/java/A.java", "String a = \"خبر میرسد\";")
                        .passes("src/main/java/A.java", "String a = \"میدان، میراث، می\u200cرسد\";"),
                speech(
                                "«ها» joins its word by a half-space",
                                advice,
                                LETTER + " ها(ی|یی|یم|یش|یشان|یمان)?" + NO_LETTER_AFTER)
                        .catches("src/main/java/A.java", "String a = \"خبر های امروز\";")
                        .passes("src/main/java/A.java", "String a = \"خبرهای امروز، خانه\u200cها\";"),
                speech("«ها» is not glued to ه", advice, LETTER + "هها(ی|یی)?" + NO_LETTER_AFTER)
                        .catches("src/main/java/A.java", "String a = \"برنامهها\";")
                        .passes("src/main/java/A.java", "String a = \"برنامه\u200cها\";"),
                speech("«ترین» joins its word by a half-space", advice, LETTER + " ترین(ها)?" + NO_LETTER_AFTER)
                        .catches("src/main/java/A.java", "String a = \"تازه ترین خبر\";")
                        .passes("src/main/java/A.java", "String a = \"تازه\u200cترین خبر، بهترین\";"),
                speech(
                                "«ای» and «اند» join a word in ه by a half-space",
                                advice,
                                LETTER + "{2}ه (ای|اند|ایم|اید)" + NO_LETTER_AFTER)
                        .catches("src/main/java/A.java", "String a = \"خبرها رسیده اند\";")
                        .passes("src/main/java/A.java", "String a = \"خبرها رسیده\u200cاند، که ای کاش\";"));
    }

    /** A rule for sentences that a reader or an editor sees; the language package's tables of words are none. */
    private static Rule speech(String name, String advice, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        Predicate<SourceFile> where =
                file -> isOurs(file) && !file.in(LANGUAGE) && file.is(".java", ".html", ".titr", ".md", ".properties");
        Function<SourceFile, List<Finding>> check =
                file -> file.with(speechOf(file)).find(compiled);
        return Rule.of(name, advice, where, check);
    }

    /** What Titr says, not what tests feed it with. */
    private static boolean isOurs(SourceFile file) {
        return !file.in("src/test/")
                && !file.in("corpus/pages/")
                && !GUIDES.contains(file.path())
                && !ABOUT_ARABIC.contains(file.path());
    }

    private static String speechOf(SourceFile file) {
        if (file.is(".java")) {
            return JavaText.literalsOnly(file.text());
        }
        if (file.is(".titr")) {
            return blank(file.text(), "(?m)^!\\[.*|^=> \\d+ "); // markup has straight quotes and numbers of its own
        }
        return withoutExamples(file);
    }

    /** Comments of the language package, and what stands between backticks in a document, show letters as they arrive. */
    private static String withoutExamples(SourceFile file) {
        if (file.in(LANGUAGE)) {
            return JavaText.withoutComments(file.text());
        }
        if (file.is(".md")) {
            return blank(file.text(), "(?s)```.*?```|`[^`\\n]*`");
        }
        return file.text();
    }

    private static String blank(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }

    private static List<Finding> notNormalised(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (String line : file.text().split("\n", -1)) {
            number++;
            if (!Normalizer.isNormalized(line, Normalizer.Form.NFC)) {
                findings.add(new Finding(file.path(), number, line.strip()));
            }
        }
        return findings;
    }
}
