package news.titr.desk;

import io.quarkus.qute.Engine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.mail.MailText;
import news.titr.people.Letters;
import news.titr.people.SignIn;
import news.titr.story.Masthead;

/** What the letters to people of the newsroom say, each in the language of its reader. */
public final class PeopleLetters {

    private final Engine templates;
    private final Masthead masthead;

    public PeopleLetters(Engine templates, Masthead masthead) {
        this.templates = templates;
        this.masthead = masthead;
    }

    /** What the template of a letter shows. */
    public record View(
            String language, String direction, String subject, List<String> paragraphs, String link, String button) {}

    public MailText text(Letters.Letter letter, String token) {
        var person = letter.person();
        var language =
                person.language().isEmpty() ? masthead.language() : Language.of(person.language(), masthead.language());
        var words = Messages.of(language);
        String kind = letter.purpose().name().toLowerCase(Locale.ROOT);
        String site = MailText.oneLine(masthead.name());
        String link = masthead.absolute("/desk/sign-in/" + token);
        var view = new View(
                language.tag(),
                language.direction().html(),
                words.word("letter." + kind + ".subject", site),
                List.of(
                        words.word("letter.greeting", MailText.oneLine(person.name())),
                        words.word("letter." + kind + ".text", site),
                        words.word(letter.purpose() == SignIn.Purpose.UNLOCK ? "letter.unlock.once" : "letter.once")),
                link,
                words.word("letter." + kind + ".button"));
        String plain = Stream.concat(view.paragraphs().stream(), Stream.of(link, site))
                .collect(Collectors.joining("\n\n", "", "\n"));
        String html =
                templates.getTemplate("desk/letter.html").data("letter", view).render();
        return new MailText(view.subject(), plain, html, "");
    }
}
