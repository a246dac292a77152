package news.titr.site;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The templates of the site, one for each page, in {@code templates/site}. Each begins with the types of its parameters,
 * and the build checks everything it says about them.
 */
final class Templates {

    private final Supplier<Engine> engine;

    /** @param engine the one in use, which changes with the theme */
    Templates(Supplier<Engine> engine) {
        this.engine = engine;
    }

    TemplateInstance frontPage(PageFrame frame, FrontPage.View front) {
        return page("front-page", frame).data("front", front);
    }

    TemplateInstance listPage(PageFrame frame, ListPage.View list) {
        return page("list-page", frame).data("list", list);
    }

    TemplateInstance archivePage(PageFrame frame, ArchivePage.View archive) {
        return page("archive-page", frame).data("archive", archive);
    }

    TemplateInstance placesPage(PageFrame frame, PlacesPage.View places) {
        return page("places-page", frame).data("places", places);
    }

    TemplateInstance correctionsPage(PageFrame frame, CorrectionsPage.View corrections) {
        return page("corrections-page", frame).data("corrections", corrections);
    }

    TemplateInstance mostReadPage(PageFrame frame, MostReadPage.View most) {
        return page("most-read-page", frame).data("most", most);
    }

    /** @param coverage of a story that has one */
    TemplateInstance storyPage(PageFrame frame, StoryView story, Optional<CoverageView> coverage) {
        return page("story-page", frame)
                .data("story", story)
                .data("coverages", coverage.stream().toList());
    }

    TemplateInstance printPage(PageFrame frame, StoryView story, Optional<CoverageView> coverage) {
        return page("print-page", frame)
                .data("story", story)
                .data("coverages", coverage.stream().toList());
    }

    /** Entries that come onto a page which a reader has open. */
    TemplateInstance coverageEntries(
            PageFrame frame, List<CoverageView.KeyEvent> events, List<CoverageView.Entry> entries) {
        return page("coverage-entries", frame).data("events", events).data("entries", entries);
    }

    TemplateInstance searchPage(PageFrame frame, SearchPage.View search) {
        return page("search-page", frame).data("search", search);
    }

    TemplateInstance imprintPage(PageFrame frame, ImprintPage.View imprint) {
        return page("imprint-page", frame).data("imprint", imprint);
    }

    TemplateInstance fixedPage(PageFrame frame, FixedPage.View fixed) {
        return page("fixed-page", frame).data("fixed", fixed);
    }

    TemplateInstance noticePage(PageFrame frame, Notice notice) {
        return page("notice-page", frame).data("notice", notice);
    }

    TemplateInstance offlinePage(PageFrame frame, String script) {
        return page("offline-page", frame).data("script", script);
    }

    TemplateInstance liteList(LiteFrame frame, LitePages.View list) {
        return template("lite-list").data("frame", frame).data("list", list);
    }

    TemplateInstance liteStory(LiteFrame frame, LitePages.StoryShown shown) {
        return template("lite-story").data("frame", frame).data("shown", shown);
    }

    TemplateInstance dayFile(PageFrame frame, SiteStyle style, DayPaper.View day) {
        return page("day-file", frame).data("style", style).data("day", day);
    }

    TemplateInstance liteNotice(LiteFrame frame, Notice notice) {
        return template("lite-notice").data("frame", frame).data("notice", notice);
    }

    /** @param body HTML, escaped where it has to be */
    TemplateInstance contentPage(PageFrame frame, String body) {
        return page("content-page", frame).data("body", body);
    }

    private TemplateInstance page(String name, PageFrame frame) {
        return template(name).data("frame", frame);
    }

    private TemplateInstance template(String name) {
        var template = engine.get().getTemplate("site/" + name);
        if (template == null) {
            throw new IllegalStateException("The program lacks its template site/" + name);
        }
        return template.instance();
    }
}
