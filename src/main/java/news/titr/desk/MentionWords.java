package news.titr.desk;

import io.quarkus.qute.Engine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.mail.MailText;
import news.titr.story.Masthead;
import news.titr.story.MentionLetters;

/** What a letter says to somebody whom a note calls by name. */
public final class MentionWords {

    private final Engine templates;
    private final Masthead masthead;

    public MentionWords(Engine templates, Masthead masthead) {
        this.templates = templates;
        this.masthead = masthead;
    }

    public MailText text(MentionLetters.Letter letter) {
        var language =
                letter.language().isEmpty() ? masthead.language() : Language.of(letter.language(), masthead.language());
        var words = Messages.of(language);
        String headline =
                letter.headline().isBlank() ? words.word("desk.no-headline") : MailText.oneLine(letter.headline());
        String by = letter.by().isEmpty() ? words.word("history.who.gone") : MailText.oneLine(letter.by());
        String link = masthead.absolute(HistoryPage.address(letter.story()));
        var view = new PeopleLetters.View(
                language.tag(),
                language.direction().html(),
                words.word("letter.mention.subject", by, headline),
                List.of(
                        words.word("letter.greeting", MailText.oneLine(letter.name())),
                        words.word("letter.mention.text", by, headline),
                        letter.text()),
                link,
                words.word("letter.mention.button"));
        String plain = Stream.concat(view.paragraphs().stream(), Stream.of(link, MailText.oneLine(masthead.name())))
                .collect(Collectors.joining("\n\n", "", "\n"));
        String html =
                templates.getTemplate("desk/letter.html").data("letter", view).render();
        return new MailText(view.subject(), plain, html, "");
    }
}
