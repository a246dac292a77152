package news.titr.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;

/** The templates of the desk, in {@code templates/desk}. */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DeskTemplates {

    private DeskTemplates() {}

    static native TemplateInstance signIn(DeskFrame.View frame, String notice, String problem);

    static native TemplateInstance confirmSignIn(DeskFrame.View frame, String address, String name);

    static native TemplateInstance stories(
            DeskFrame.View frame, List<StoriesPage.Line> lines, String older, String notice);

    static native TemplateInstance editor(DeskFrame.View frame, EditorPage.View editor);

    static native TemplateInstance calendar(DeskFrame.View frame, CalendarPage.View calendar);

    static native TemplateInstance pictures(DeskFrame.View frame, PicturesPage.View pictures);

    static native TemplateInstance picturePicker(DeskFrame.View frame, PicturesPage.View pictures);

    static native TemplateInstance picture(DeskFrame.View frame, PicturePage.View picture);

    static native TemplateInstance board(DeskFrame.View frame, BoardPage.View board);

    static native TemplateInstance boardColumn(DeskFrame.View frame, BoardPage.Column column);

    static native TemplateInstance boardCards(DeskFrame.View frame, List<CardView> cards, Map<String, String> counts);

    static native TemplateInstance workflow(DeskFrame.View frame, WorkflowPanel.View workflow);

    static native TemplateInstance missing(DeskFrame.View frame);
}
