package news.titr.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.stream.Stream;
import news.titr.http.Response;
import news.titr.people.Permission;

/** The templates of the site's own rooms, in {@code templates/desk}. */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class SiteTemplates {

    private SiteTemplates() {}

    static native TemplateInstance siteSections(DeskFrame.View frame, Room room, SectionsDesk.View view);

    static native TemplateInstance siteLabels(DeskFrame.View frame, Room room, LabelsDesk.View view);

    static native TemplateInstance siteLabel(DeskFrame.View frame, Room room, LabelsDesk.One view);

    static native TemplateInstance siteDuplicates(DeskFrame.View frame, Room room, LabelsDesk.Groups view);

    static native TemplateInstance siteRedirects(DeskFrame.View frame, Room room, RedirectsDesk.View view);

    static native TemplateInstance sitePages(DeskFrame.View frame, Room room, PagesDesk.View view);

    static native TemplateInstance sitePage(DeskFrame.View frame, Room room, PagesDesk.One view);

    static native TemplateInstance siteBreaking(DeskFrame.View frame, Room room, BreakingDesk.View view);

    static native TemplateInstance siteSettings(DeskFrame.View frame, Room room, SettingsDesk.View view);

    static native TemplateInstance siteMachines(DeskFrame.View frame, Room room, MachinesDesk.View view);

    static native TemplateInstance siteEditions(DeskFrame.View frame, Room room, EditionsDesk.View view);

    static native TemplateInstance siteRefused(DeskFrame.View frame);

    /** A choice of a list. */
    public record Choice(String value, String words, boolean chosen) {}

    /** A link to one of the rooms. */
    public record Door(String address, String words, boolean current) {}

    /**
     * What every page of these rooms has in common.
     *
     * @param place the room's address, where each edition has such a room of its own; or empty
     * @param problems why what was asked for was not done
     * @param notice what was done
     * @param conflict that somebody else was faster, in words
     */
    public record Room(List<Door> doors, String place, List<String> problems, String notice, String conflict) {

        /** Each edition has its own. */
        private static final List<String> OF_EDITION = List.of("sections", "tags", "authors", "pages", "breaking");

        static Room of(DeskFrame frame, String current, String notice) {
            return new Room(doors(frame, current), place(current), List.of(), notice, "");
        }

        static Room refused(DeskFrame frame, String current, List<String> problems) {
            return new Room(doors(frame, current), place(current), problems, "", "");
        }

        static Room conflict(DeskFrame frame, String current, String words) {
            return new Room(doors(frame, current), place(current), List.of(), "", words);
        }

        private static List<Door> doors(DeskFrame frame, String current) {
            return Stream.concat(OF_EDITION.stream(), Stream.of("redirects", "editions", "machines", "settings"))
                    .map(name -> new Door(
                            OF_EDITION.contains(name) ? frame.within("/desk/site/" + name) : "/desk/site/" + name,
                            frame.word("desk.site." + name),
                            name.equals(current)))
                    .toList();
        }

        private static String place(String current) {
            return OF_EDITION.contains(current) ? "/desk/site/" + current : "";
        }
    }

    /** For somebody who may not be here. */
    static Response refused(DeskFrame frame, DeskAccess.Visitor visitor) {
        return frame.page(403, siteRefused(frame.forVisitor(frame.word("desk.site.refused"), visitor)));
    }

    static boolean mayEnter(DeskAccess.Visitor visitor) {
        return visitor.actor().may(Permission.EDIT_SITE);
    }
}
