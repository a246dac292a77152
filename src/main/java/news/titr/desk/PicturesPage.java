package news.titr.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.MediaOutcome;
import news.titr.media.PictureLibrary;
import news.titr.media.PictureQuery;

/** The library of pictures: a grid that is searched and paged, and where new ones come in. */
public final class PicturesPage {

    private static final int ON_A_PAGE = 48;
    private static final int IN_THE_PICKER = 24;

    private final PictureLibrary library;
    private final PictureWords pictures;
    private final DeskFrame frame;

    public PicturesPage(PictureLibrary library, DeskFrame frame) {
        this.library = library;
        this.frame = frame;
        pictures = new PictureWords(frame);
    }

    /**
     * @param next address of the page that follows, or empty
     * @param done what has happened, or empty
     */
    public record View(
            String query,
            List<Choice> choices,
            List<PictureWords.Card> cards,
            String next,
            String done,
            List<String> problems) {}

    public record Choice(String id, String words, boolean chosen) {}

    /** {@code GET /desk/pictures}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        String added = request.query().text("added");
        return page(
                200,
                request,
                visitor,
                added.matches("[0-9]{1,4}")
                        ? frame.word(
                                added.equals("1") ? "picture.added-one" : "picture.added",
                                frame.dates().digits().apply(added))
                        : "",
                List.of());
    }

    /** {@code POST /desk/pictures}: files of a plain form, for browsers without scripts. */
    public Response add(Request request, DeskAccess.Visitor visitor) {
        int added = 0;
        var problems = new ArrayList<String>();
        for (var upload : request.uploads()) {
            if (upload.fileName().isEmpty()) {
                continue; // a field that was left empty
            }
            switch (library.takeIn(visitor.actor(), upload.file(), upload.fileName())) {
                case MediaOutcome.Done<PictureLibrary.TakenIn> _ -> added++;
                case MediaOutcome.Refused<PictureLibrary.TakenIn>(var why) ->
                    why.forEach(problem -> problems.add(upload.fileName() + ": " + pictures.problem(problem)));
                case MediaOutcome.Conflict<PictureLibrary.TakenIn> _ -> {}
            }
        }
        if (problems.isEmpty()) {
            return Response.seeOther("/desk/pictures" + (added == 0 ? "" : "?added=" + added));
        }
        return page(422, request, visitor, "", problems);
    }

    /** {@code GET /desk/pictures/picker}: the grid as a part of another page. */
    public Response picker(Request request, DeskAccess.Visitor visitor) {
        return frame.fragment(
                200,
                DeskTemplates.picturePicker(
                        frame.forVisitor("", visitor),
                        view(request, visitor, IN_THE_PICKER, "/desk/pictures/picker", "", List.of())));
    }

    private Response page(int status, Request request, DeskAccess.Visitor visitor, String done, List<String> problems) {
        return frame.page(
                status,
                DeskTemplates.pictures(
                        frame.forVisitor(frame.word("picture.title"), visitor),
                        view(request, visitor, ON_A_PAGE, "/desk/pictures", done, problems)));
    }

    private View view(
            Request request, DeskAccess.Visitor visitor, int count, String path, String done, List<String> problems) {
        String words = request.query().text("q").strip();
        var only = PictureQuery.Only.of(request.query().text("only"));
        var found = library.search(PictureQuery.of(
                words,
                only,
                visitor.actor().id(),
                PictureQuery.Place.of(request.query().text("after")),
                count));
        String here = path + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&only=" + only.id();
        return new View(
                words,
                Arrays.stream(PictureQuery.Only.values())
                        .map(choice ->
                                new Choice(choice.id(), frame.word("picture.only." + choice.id()), choice == only))
                        .toList(),
                found.assets().stream().map(pictures::card).toList(),
                found.next().map(place -> here + "&after=" + place).orElse(""),
                done,
                problems);
    }
}
