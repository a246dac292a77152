package news.titr.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the front page's editor, in {@code templates/desk}. */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class FrontTemplates {

    private FrontTemplates() {}

    static native TemplateInstance front(DeskFrame.View frame, FrontEditorViews.View front);

    static native TemplateInstance frontHistory(DeskFrame.View frame, FrontEditorViews.History history);
}
