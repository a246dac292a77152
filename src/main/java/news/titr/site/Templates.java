package news.titr.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the site, one for each page, in {@code templates/site}. Their parameters are checked by the build. */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {

    private Templates() {}

    static native TemplateInstance frontPage(PageFrame frame, FrontPage.View front);

    static native TemplateInstance listPage(PageFrame frame, ListPage.View list);

    static native TemplateInstance storyPage(PageFrame frame, StoryView story);

    static native TemplateInstance printPage(PageFrame frame, StoryView story);

    static native TemplateInstance imprintPage(PageFrame frame, ImprintPage.View imprint);

    static native TemplateInstance framedPage(PageFrame frame, String content);

    static native TemplateInstance noticePage(PageFrame frame, Notice notice);

    static native TemplateInstance contentPage(PageFrame frame, String body);
}
