package news.titr.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;

/** The templates of the desk, in {@code templates/desk}. */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DeskTemplates {

    private DeskTemplates() {}

    static native TemplateInstance signIn(DeskFrame.View frame, SignInPage.View signIn);

    static native TemplateInstance signInCode(DeskFrame.View frame, String step, String to, String problem);

    static native TemplateInstance forgotten(DeskFrame.View frame, String notice, boolean mail);

    static native TemplateInstance choosePassword(
            DeskFrame.View frame, String address, String name, String email, List<String> problems);

    static native TemplateInstance firstPerson(
            DeskFrame.View frame, String address, String name, String email, List<String> problems);

    static native TemplateInstance account(DeskFrame.View frame, AccountPage.View account);

    static native TemplateInstance proof(DeskFrame.View frame, ProofPage.View proof);

    static native TemplateInstance changePassword(DeskFrame.View frame, String email, List<String> problems);

    static native TemplateInstance codes(
            DeskFrame.View frame, String secret, String shownSecret, String qrCode, List<String> problems);

    static native TemplateInstance secondFactor(DeskFrame.View frame, String why);

    static native TemplateInstance confirmUnlocking(DeskFrame.View frame, String address, String name);

    static native TemplateInstance recoveryCodes(DeskFrame.View frame, List<String> codes);

    static native TemplateInstance people(
            DeskFrame.View frame,
            List<PeoplePages.Line> lines,
            PeoplePages.Invitation invitation,
            boolean mail,
            List<String> problems);

    static native TemplateInstance person(DeskFrame.View frame, PeoplePages.PersonView person);

    static native TemplateInstance notice(DeskFrame.View frame, String words);

    static native TemplateInstance confirmSignIn(DeskFrame.View frame, String address, String name);

    static native TemplateInstance stories(
            DeskFrame.View frame, List<StoriesPage.Line> lines, String older, String notice);

    static native TemplateInstance editor(DeskFrame.View frame, EditorPage.View editor);

    static native TemplateInstance history(DeskFrame.View frame, HistoryPage.View history);

    static native TemplateInstance historyPanel(DeskFrame.View frame, HistoryPage.View history);

    static native TemplateInstance comparison(DeskFrame.View frame, ComparisonPage.View comparison);

    static native TemplateInstance difference(DifferenceView difference);

    static native TemplateInstance checksPanel(DeskFrame.View frame, ChecksPanel.View checks);

    static native TemplateInstance notesPanel(DeskFrame.View frame, NotesPanel.View notes);

    static native TemplateInstance preview(DeskFrame.View frame, PreviewPage.View preview);

    static native TemplateInstance calendar(DeskFrame.View frame, CalendarPage.View calendar);

    static native TemplateInstance pictures(DeskFrame.View frame, PicturesPage.View pictures);

    static native TemplateInstance picturePicker(DeskFrame.View frame, PicturesPage.View pictures);

    static native TemplateInstance picture(DeskFrame.View frame, PicturePage.View picture);

    static native TemplateInstance board(DeskFrame.View frame, BoardPage.View board);

    static native TemplateInstance boardColumn(DeskFrame.View frame, BoardPage.Column column);

    static native TemplateInstance boardCards(DeskFrame.View frame, List<CardView> cards, Map<String, String> counts);

    static native TemplateInstance workflow(DeskFrame.View frame, WorkflowPanel.View workflow);

    static native TemplateInstance publishing(DeskFrame.View frame, PublishingPanel.View publishing);

    static native TemplateInstance publishingPanel(DeskFrame.View frame, PublishingPanel.View publishing);

    static native TemplateInstance audit(DeskFrame.View frame, AuditPage.View audit);

    static native TemplateInstance numbers(DeskFrame.View frame, NumbersPage.View numbers);

    static native TemplateInstance planning(DeskFrame.View frame, PlanningPage.View planning);

    static native TemplateInstance planSheet(DeskFrame.View frame, PlanningPage.Sheet plan);

    static native TemplateInstance coverage(DeskFrame.View frame, CoverageDesk.View coverage);

    static native TemplateInstance coverageEntries(DeskFrame.View frame, CoverageDesk.View coverage);

    static native TemplateInstance tokens(DeskFrame.View frame, TokensDesk.View view);

    static native TemplateInstance webhooks(DeskFrame.View frame, WebhooksDesk.ListView view);

    static native TemplateInstance wires(DeskFrame.View frame, WiresDesk.ListView view);

    static native TemplateInstance wire(DeskFrame.View frame, WiresDesk.View view);

    static native TemplateInstance webhook(DeskFrame.View frame, WebhooksDesk.View view);

    static native TemplateInstance missing(DeskFrame.View frame);
}
