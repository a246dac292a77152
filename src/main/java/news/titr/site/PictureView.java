package news.titr.site;

import java.util.Map;
import java.util.Optional;
import news.titr.doc.Block;
import news.titr.media.Asset;
import news.titr.media.FileType;
import news.titr.media.Slot;

/**
 * A picture as a template shows it; with an empty {@code source} there is none.
 *
 * @param whole the whole picture, and the same as the lead of the front page, in a list, and as a face
 * @param moving address of the picture that moves, or empty
 * @param playedAddress of a video or sound, or empty; {@code sound} is true for one without a picture
 * @param portrait true when it is no wider than it is high, such as a face
 */
record PictureView(
        Shape whole,
        Shape lead,
        Shape teaser,
        Shape square,
        String moving,
        String movingType,
        String playedAddress,
        String playedType,
        boolean sound,
        boolean portrait,
        String alt,
        String caption,
        String credit) {

    /**
     * A picture cut to one shape.
     *
     * @param source for browsers that know no source sets
     * @param avif all sizes as an HTML {@code srcset}, or empty where they are not made (yet); {@code plain} is never empty
     */
    record Shape(String source, String avif, String webp, String plain, int width, int height) {

        static final Shape NONE = new Shape("", "", "", "", 0, 0);

        /** Wide enough for a column; browsers that know source sets choose for themselves. */
        private static final int USUAL_WIDTH = 640;

        static Shape of(Asset asset, Slot slot) {
            return asset.atLeast(slot, USUAL_WIDTH)
                    .map(usual -> new Shape(
                            usual.address(),
                            Asset.sourceSet(asset.stills(slot, "image/avif")),
                            Asset.sourceSet(asset.stills(slot, "image/webp")),
                            Asset.sourceSet(asset.stills(slot)),
                            usual.width(),
                            usual.height()))
                    .orElse(NONE);
        }
    }

    static final PictureView NONE =
            new PictureView(Shape.NONE, Shape.NONE, Shape.NONE, Shape.NONE, "", "", "", "", false, false, "", "", "");

    public boolean shown() {
        return !whole.source().isEmpty();
    }

    /** How it stands in a list: a face keeps its shape. */
    public Shape card() {
        return portrait ? square : teaser;
    }

    static PictureView of(Optional<Block.Picture> picture, Map<String, Asset> assets) {
        return picture.flatMap(
                        use -> Optional.ofNullable(assets.get(use.asset())).map(asset -> view(use, asset)))
                .orElse(NONE);
    }

    private static PictureView view(Block.Picture use, Asset asset) {
        var moving = asset.moving().stream().findFirst();
        var whole = Shape.of(asset, Slot.WHOLE);
        return new PictureView(
                whole,
                Shape.of(asset, Slot.LEAD),
                Shape.of(asset, Slot.TEASER),
                Shape.of(asset, Slot.SQUARE),
                moving.map(Asset.Rendition::address).orElse(""),
                moving.map(Asset.Rendition::mediaType).orElse(""),
                asset.played().map(Asset.Rendition::address).orElse(""),
                asset.played().map(Asset.Rendition::mediaType).orElse(""),
                asset.kind() == FileType.Kind.AUDIO,
                whole.width() <= whole.height(),
                use.alt(),
                use.caption(),
                use.credit().isEmpty() ? asset.credit() : use.credit());
    }
}
