package news.titr.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.MediaOutcome;
import news.titr.media.MediaProblem;
import news.titr.media.PictureLibrary;
import news.titr.media.Uploads;

/**
 * How scripts bring in files, all in JSON; {@code web/desk/picture-upload.js} speaks it.
 *
 * <pre>
 * POST /desk/pictures/uploads {"name", "size"}          201 {"upload": "ID", "offset": 0}
 * GET  /desk/pictures/uploads/ID                        200 {"upload", "offset"}, and "picture" or "problems" at the end
 * POST /desk/pictures/uploads/ID?offset=N  (raw piece)  200 the same; a piece that begins elsewhere is left out
 * POST /desk/pictures/pasted?name=…  (raw file)         200 {"picture": {…}} · 422 {"problems": ["…"]}
 * </pre>
 *
 * <p>A picture is {@code {"asset", "kind", "alt", "caption", "credit", "width", "height", "address", "name", "page"}}.
 */
public final class PictureUploads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PictureLibrary library;
    private final Uploads uploads;
    private final PictureWords pictures;

    public PictureUploads(PictureLibrary library, Uploads uploads, DeskFrame frame) {
        this.library = library;
        this.uploads = uploads;
        pictures = new PictureWords(frame);
    }

    public Response begin(Request request, DeskAccess.Visitor visitor) {
        var asked = read(request);
        return switch (uploads.begin(
                visitor.actor(),
                asked.path("name").asText(""),
                asked.path("size").asLong(0))) {
            case MediaOutcome.Done<Uploads.Upload>(var upload) ->
                Response.json(201, json(upload).toString());
            case MediaOutcome.Refused<Uploads.Upload>(var problems) -> refused(problems);
            case MediaOutcome.Conflict<Uploads.Upload> _ ->
                refused(List.of(MediaProblem.of(MediaProblem.Kind.NO_SUCH_UPLOAD)));
        };
    }

    public Response find(Request request, DeskAccess.Visitor visitor) {
        return uploads.find(visitor.actor(), request.route().text("upload"))
                .map(upload -> Response.json(200, json(upload).toString()))
                .orElseGet(() -> refused(404, List.of(MediaProblem.of(MediaProblem.Kind.NO_SUCH_UPLOAD))));
    }

    public Response append(Request request, DeskAccess.Visitor visitor) {
        String offset = request.query().text("offset");
        if (!offset.matches("[0-9]{1,15}")) {
            return refused(400, List.of(MediaProblem.of(MediaProblem.Kind.NOT_WHOLE)));
        }
        return switch (uploads.append(
                visitor.actor(), request.route().text("upload"), Long.parseLong(offset), request.body())) {
            case MediaOutcome.Done<Uploads.Upload>(var upload) ->
                Response.json(200, json(upload).toString());
            case MediaOutcome.Refused<Uploads.Upload>(var problems) -> refused(problems);
            case MediaOutcome.Conflict<Uploads.Upload> _ ->
                refused(List.of(MediaProblem.of(MediaProblem.Kind.NO_SUCH_UPLOAD)));
        };
    }

    /** The whole file at once: what was pasted into a story. */
    public Response pasted(Request request, DeskAccess.Visitor visitor) {
        try {
            var file = Files.createTempFile("titr-pasted", "");
            try {
                Files.write(file, request.body());
                return switch (library.takeIn(
                        visitor.actor(), file, request.query().text("name"))) {
                    case MediaOutcome.Done<PictureLibrary.TakenIn>(var taken) ->
                        Response.json(
                                200,
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .set("picture", pictures.json(taken.asset()))
                                        .toString());
                    case MediaOutcome.Refused<PictureLibrary.TakenIn>(var problems) -> refused(problems);
                    case MediaOutcome.Conflict<PictureLibrary.TakenIn> _ ->
                        refused(List.of(MediaProblem.of(MediaProblem.Kind.NO_SUCH_UPLOAD)));
                };
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode json(Uploads.Upload upload) {
        var json =
                JsonNodeFactory.instance.objectNode().put("upload", upload.id()).put("offset", upload.received());
        upload.asset().flatMap(library::find).ifPresent(asset -> json.set("picture", pictures.json(asset)));
        upload.problem().ifPresent(problem -> json.putArray("problems").add(pictures.problem(problem)));
        return json;
    }

    private Response refused(List<MediaProblem> problems) {
        boolean forbidden = problems.stream().anyMatch(problem -> problem.kind() == MediaProblem.Kind.NOT_ALLOWED);
        boolean gone = problems.stream().anyMatch(problem -> problem.kind() == MediaProblem.Kind.NO_SUCH_UPLOAD);
        return refused(forbidden ? 403 : gone ? 404 : 422, problems);
    }

    private Response refused(int status, List<MediaProblem> problems) {
        var json = JsonNodeFactory.instance.objectNode();
        var words = json.putArray("problems");
        problems.forEach(problem -> words.add(pictures.problem(problem)));
        return Response.json(status, json.toString());
    }

    private static JsonNode read(Request request) {
        try {
            return JSON.readTree(request.text());
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
