package news.titr.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.titr.http.Response;
import news.titr.media.Asset;
import news.titr.media.MediaOutcome;
import news.titr.media.PictureLibrary;

/** Pictures, video and sound: brought in through the same door as at the desk, and looked at in the same way. */
final class PicturesApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern TAG = Pattern.compile("\"(?<version>[0-9]{1,18})\"");

    private final PictureLibrary library;
    private final StoryJson json;
    private final Path folder;

    /** @param folder where a file lies while it is looked at */
    PicturesApi(PictureLibrary library, StoryJson json, Path folder) {
        this.library = library;
        this.json = json;
        this.folder = folder;
    }

    Response add(Call call) {
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "api-", ".upload");
            try {
                Files.write(file, call.request().body());
                return switch (library.takeIn(call.actor(), file, call.query("fileName"))) {
                    case MediaOutcome.Done<PictureLibrary.TakenIn>(var taken) ->
                        shown(taken.known() ? 200 : 201, taken.asset())
                                .with(
                                        "Location",
                                        json.absolute(Api.PREFIX + "/pictures/"
                                                + taken.asset().id()));
                    case MediaOutcome.Refused<PictureLibrary.TakenIn>(var problems) ->
                        throw new ApiProblem.Met(ApiProblem.refusedMedia(problems));
                    case MediaOutcome.Conflict<PictureLibrary.TakenIn> _ ->
                        throw new ApiProblem.Met(ApiProblem.Kind.CONFLICT);
                };
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response show(Call call) {
        return shown(200, find(call));
    }

    Response describe(Call call) {
        var sent = call.json(Set.of("alt", "caption", "credit", "keywords", "licence", "usableUntil"));
        var asset = find(call);
        var keywords = new ArrayList<String>();
        if (!sent.path("keywords").isMissingNode() && !sent.path("keywords").isArray()) {
            throw DraftJson.bad("“keywords” must be a list of texts");
        }
        sent.path("keywords").forEach(word -> keywords.add(word.asText()));
        String until = Call.text(sent, "usableUntil");
        var description = new Asset.Description(
                Call.text(sent, "alt"),
                Call.text(sent, "caption"),
                Call.text(sent, "credit"),
                List.copyOf(keywords),
                Call.text(sent, "licence"),
                ApiProblem.moment("usableUntil", java.util.Optional.of(until)),
                asset.description().takenAt());
        var tag = TAG.matcher(call.request().header("If-Match").orElse("").strip());
        if (!tag.matches()) {
            throw new ApiProblem.Met(ApiProblem.Kind.CHANGED);
        }
        return switch (library.describe(call.actor(), asset.id(), Long.parseLong(tag.group("version")), description)) {
            case MediaOutcome.Done<Asset>(var described) -> shown(200, described);
            case MediaOutcome.Refused<Asset>(var problems) ->
                throw new ApiProblem.Met(ApiProblem.refusedMedia(problems));
            case MediaOutcome.Conflict<Asset> _ -> throw new ApiProblem.Met(ApiProblem.Kind.CHANGED);
        };
    }

    private Asset find(Call call) {
        return library.find(call.place("picture")).orElseThrow(() -> new ApiProblem.Met(ApiProblem.Kind.NOT_FOUND));
    }

    private Response shown(int status, Asset asset) {
        var said = asset.description();
        ObjectNode node = JSON.objectNode()
                .put("id", asset.id())
                .put("kind", asset.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("fileName", asset.original().fileName())
                .put("bytes", asset.original().bytes())
                .put("width", asset.original().width())
                .put("height", asset.original().height())
                .put("alt", said.alt())
                .put("caption", said.caption())
                .put("credit", said.credit());
        said.keywords().forEach(node.putArray("keywords")::add);
        node.put("licence", said.licence());
        StoryJson.put(node, "usableUntil", said.usableUntil());
        node.put("addedAt", asset.addedAt().toString());
        node.set("sizes", json.sizes(asset));
        return Call.json(status, node).with("ETag", '"' + Long.toString(asset.version()) + '"');
    }
}
