package news.titr.site;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.titr.doc.Block;
import news.titr.media.Asset;

/**
 * A picture as a template shows it; with an empty {@code source} there is none.
 *
 * @param sourceSet all its sizes as an HTML {@code srcset}; {@code smallSet} those that a thumbnail needs
 * @param portrait true when it is no wider than it is high, such as a face
 */
record PictureView(
        String source,
        String sourceSet,
        String smallSet,
        int width,
        int height,
        boolean portrait,
        String alt,
        String caption,
        String credit) {

    static final PictureView NONE = new PictureView("", "", "", 0, 0, false, "", "", "");

    /** Wide enough for a column; browsers that know source sets choose for themselves. */
    private static final int USUAL_WIDTH = 640;

    public boolean shown() {
        return !source.isEmpty();
    }

    static PictureView of(Optional<Block.Picture> picture, Map<String, Asset> assets) {
        return picture.flatMap(use -> Optional.ofNullable(assets.get(use.asset()))
                        .flatMap(asset -> asset.atLeast(USUAL_WIDTH).map(rendition -> view(use, asset, rendition))))
                .orElse(NONE);
    }

    /** Thumbnails need no more, and the addresses of wider ones would only make the page longer. */
    private static String smallSet(Asset asset) {
        return asset.renditions().stream()
                .filter(rendition -> rendition.width() <= USUAL_WIDTH
                        || rendition == asset.renditions().getFirst())
                .map(rendition -> rendition.address() + " " + rendition.width() + "w")
                .collect(Collectors.joining(", "));
    }

    private static PictureView view(Block.Picture use, Asset asset, Asset.Rendition rendition) {
        return new PictureView(
                rendition.address(),
                asset.sourceSet(),
                smallSet(asset),
                rendition.width(),
                rendition.height(),
                rendition.width() <= rendition.height(),
                use.alt(),
                use.caption(),
                use.credit().isEmpty() ? asset.credit() : use.credit());
    }
}
