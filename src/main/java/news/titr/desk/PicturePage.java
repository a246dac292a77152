package news.titr.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.media.Asset;
import news.titr.media.FileType;
import news.titr.media.MediaOutcome;
import news.titr.media.MediaProblem;
import news.titr.media.PictureLibrary;
import news.titr.media.Slot;
import news.titr.story.PictureUses;

/** One picture: what it shows, whose it is, how it is cut, where it is used. */
public final class PicturePage {

    private final PictureLibrary library;
    private final PictureUses uses;
    private final PictureWords pictures;
    private final DeskFrame frame;

    public PicturePage(PictureLibrary library, PictureUses uses, DeskFrame frame) {
        this.library = library;
        this.uses = uses;
        this.frame = frame;
        pictures = new PictureWords(frame);
    }

    /**
     * @param large address of the largest plain size, or empty
     * @param mayChange false when the fields are only to be read
     * @param embedded what the file says of itself
     */
    public record View(
            String id,
            long version,
            PictureForm form,
            String name,
            String large,
            int width,
            int height,
            String played,
            boolean sound,
            boolean film,
            String facts,
            String added,
            String taken,
            List<PictureWords.Mark> marks,
            String focus,
            List<SlotView> slots,
            List<UseView> uses,
            List<ReplacedView> replaced,
            List<EmbeddedLine> embedded,
            boolean mayChange,
            String done,
            List<String> problems) {}

    /**
     * How one slot is cut.
     *
     * @param made the hand-made crop in percents, or empty
     * @param source what readers get now
     */
    public record SlotView(String id, String words, String made, double ratio, String source, int width, int height) {}

    public record UseView(String address, String headline, String number, String where) {}

    public record ReplacedView(String address, String fileName, String when) {}

    public record EmbeddedLine(String group, String name, String value) {}

    /** {@code GET /desk/pictures/ID}. */
    public Response show(Request request, DeskAccess.Visitor visitor) {
        String done = request.query().text("done");
        return opened(
                request,
                visitor,
                asset -> page(
                        200,
                        visitor,
                        asset,
                        PictureForm.of(asset.description(), frame),
                        done.matches("saved|cut|replaced|poster") ? frame.word("picture.done." + done) : "",
                        List.of()));
    }

    /** {@code POST /desk/pictures/ID}: what it shows, whose it is, how long it may be used. */
    public Response describe(Request request, DeskAccess.Visitor visitor) {
        var form = PictureForm.of(request.form());
        return opened(request, visitor, asset -> switch (form.read(asset.description(), frame)) {
            case PictureForm.Reading.NotUnderstood(var problem) ->
                page(422, visitor, asset, form, "", List.of(pictures.problem(problem)));
            case PictureForm.Reading.Understood(var description) ->
                answer(
                        visitor,
                        asset,
                        form,
                        library.describe(visitor.actor(), asset.id(), seen(request), description),
                        "saved");
        });
    }

    /** {@code POST /desk/pictures/ID/framing}. */
    public Response cut(Request request, DeskAccess.Visitor visitor) {
        return opened(
                request,
                visitor,
                asset -> answer(
                        visitor,
                        asset,
                        PictureForm.of(asset.description(), frame),
                        library.frame(visitor.actor(), asset.id(), seen(request), PictureForm.framing(request.form())),
                        "cut"));
    }

    /** {@code POST /desk/pictures/ID/replacement}. */
    public Response replace(Request request, DeskAccess.Visitor visitor) {
        return withFile(
                request,
                visitor,
                "replaced",
                (asset, upload) ->
                        library.replace(visitor.actor(), asset.id(), seen(request), upload.file(), upload.fileName()));
    }

    /** {@code POST /desk/pictures/ID/poster}. */
    public Response poster(Request request, DeskAccess.Visitor visitor) {
        return withFile(
                request,
                visitor,
                "poster",
                (asset, upload) -> library.setPoster(visitor.actor(), asset.id(), seen(request), upload.file()));
    }

    /** {@code GET /desk/pictures/ID/original}: the file as it came, for the desk alone. */
    public Response original(Request request, DeskAccess.Visitor visitor) {
        return opened(request, visitor, asset -> {
            String blob = request.query().first("blob").orElse(asset.original().blob());
            var name = library.replaced(asset.id()).stream()
                    .filter(old -> old.blob().equals(blob))
                    .map(Asset.Replaced::fileName)
                    .findFirst()
                    .orElse(asset.original().fileName());
            return library.original(asset, blob)
                    .map(found -> {
                        try {
                            var file = found.file(Path.of(System.getProperty("java.io.tmpdir")));
                            return Response.of(
                                            200,
                                            "application/octet-stream",
                                            new Response.Content.OfFile(file, 0, found.size()))
                                    .with("Content-Disposition", disposition(name, asset))
                                    .with("X-Content-Type-Options", "nosniff");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .orElseGet(() -> missing(visitor));
        });
    }

    private static String disposition(String name, Asset asset) {
        String file =
                name.isEmpty() ? asset.id() + "." + asset.original().type().extension() : name;
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @FunctionalInterface
    private interface WithFile {
        MediaOutcome<Asset> act(Asset asset, Request.Upload upload);
    }

    private Response withFile(Request request, DeskAccess.Visitor visitor, String done, WithFile act) {
        return opened(request, visitor, asset -> {
            var form = PictureForm.of(asset.description(), frame);
            return request.uploads().stream()
                    .filter(upload -> !upload.fileName().isEmpty())
                    .findFirst()
                    .map(upload -> answer(visitor, asset, form, act.act(asset, upload), done))
                    .orElseGet(() -> page(
                            422,
                            visitor,
                            asset,
                            form,
                            "",
                            List.of(pictures.problem(MediaProblem.of(MediaProblem.Kind.EMPTY)))));
        });
    }

    private Response answer(
            DeskAccess.Visitor visitor, Asset asset, PictureForm form, MediaOutcome<Asset> outcome, String done) {
        return switch (outcome) {
            case MediaOutcome.Done<Asset> _ -> Response.seeOther(PictureWords.address(asset) + "?done=" + done);
            case MediaOutcome.Refused<Asset>(var problems) ->
                page(
                        422,
                        visitor,
                        asset,
                        form,
                        "",
                        problems.stream().map(pictures::problem).toList());
            case MediaOutcome.Conflict<Asset>(var now) ->
                page(409, visitor, now, form, "", List.of(frame.word("picture.conflict")));
        };
    }

    private static long seen(Request request) {
        String version = request.form().text("version");
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }

    private Response opened(Request request, DeskAccess.Visitor visitor, Function<Asset, Response> page) {
        return library.find(request.route().text("picture")).map(page).orElseGet(() -> missing(visitor));
    }

    private Response missing(DeskAccess.Visitor visitor) {
        return frame.page(404, DeskTemplates.missing(frame.forVisitor(frame.word("desk.missing"), visitor)));
    }

    private Response page(
            int status, DeskAccess.Visitor visitor, Asset asset, PictureForm form, String done, List<String> problems) {
        return frame.page(
                status,
                DeskTemplates.picture(
                        frame.forVisitor(asset.name(), visitor), view(visitor, asset, form, done, problems)));
    }

    private View view(DeskAccess.Visitor visitor, Asset asset, PictureForm form, String done, List<String> problems) {
        Optional<Asset.Rendition> large = asset.atLeast(1600);
        return new View(
                asset.id(),
                asset.version(),
                form,
                asset.name(),
                large.map(Asset.Rendition::address).orElse(""),
                large.map(Asset.Rendition::width).orElse(0),
                large.map(Asset.Rendition::height).orElse(0),
                asset.played().map(Asset.Rendition::address).orElse(""),
                asset.kind() == FileType.Kind.AUDIO,
                asset.kind() != FileType.Kind.PICTURE,
                pictures.facts(asset),
                frame.moment(asset.addedAt()),
                asset.description().takenAt().map(frame::inField).orElse(""),
                pictures.marks(asset),
                PictureForm.text(asset.framing().focus()),
                large.isEmpty()
                        ? List.of()
                        : Slot.cropped().stream().map(slot -> slot(asset, slot)).toList(),
                uses.of(asset.id()).stream()
                        .map(use -> new UseView(
                                "/desk/stories/" + use.story(),
                                use.headline(),
                                frame.dates().digits().apply(Long.toString(use.story())),
                                frame.word("picture.use." + use.where().id())))
                        .toList(),
                library.replaced(asset.id()).stream()
                        .map(old -> new ReplacedView(
                                PictureWords.address(asset) + "/original?blob=" + old.blob(),
                                old.fileName().isEmpty() ? old.type().name() : old.fileName(),
                                frame.moment(old.at())))
                        .toList(),
                library.embedded(asset.id()).stream()
                        .map(entry -> new EmbeddedLine(entry.group(), entry.name(), entry.value()))
                        .toList(),
                library.mayChange(visitor.actor(), asset),
                done,
                problems);
    }

    private SlotView slot(Asset asset, Slot slot) {
        var shown = asset.atLeast(slot, 320);
        return new SlotView(
                slot.id(),
                frame.word("picture.slot." + slot.id()),
                Optional.ofNullable(asset.framing().crops().get(slot))
                        .map(PictureForm::text)
                        .orElse(""),
                slot.ratio(),
                shown.map(Asset.Rendition::address).orElse(""),
                shown.map(Asset.Rendition::width).orElse(0),
                shown.map(Asset.Rendition::height).orElse(0));
    }
}
