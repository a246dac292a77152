package news.titr.share;

import io.quarkus.qute.Engine;
import news.titr.http.Response;
import news.titr.language.Messages;
import news.titr.story.Masthead;

/** What the pages of this package share: words, templates, and headers. */
final class SharePages {

    final Masthead masthead;
    final Messages words;
    private final Engine templates;
    private final Frame frame;

    SharePages(Masthead masthead, Engine templates, Frame frame) {
        this.masthead = masthead;
        this.templates = templates;
        this.frame = frame;
        words = Messages.of(masthead.language());
    }

    /** The address of a path within this edition. */
    String address(String path) {
        return masthead.addresses().in(masthead.language().tag(), path);
    }

    Response send(int status, String title, SendView view) {
        String content =
                templates.getTemplate("share/send-page.html").data("send", view).render();
        return closed(frame.page(status, title, content));
    }

    Response note(int status, NoteView view) {
        String content =
                templates.getTemplate("share/note-page.html").data("note", view).render();
        return closed(frame.page(status, view.heading(), content));
    }

    /** These pages carry tokens: kept nowhere, told to nobody. */
    private static Response closed(Response page) {
        return page.with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Robots-Tag", "noindex");
    }
}
