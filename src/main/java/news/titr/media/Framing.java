package news.titr.media;

import java.util.Map;
import java.util.Optional;

/**
 * How a picture is cut where it does not fit whole: around its focal point, or as somebody has cut it by hand.
 *
 * @param crops the hand-made ones
 */
public record Framing(Point focus, Map<Slot, Crop> crops) {

    /** People's faces are rather above the middle of a picture than below it. */
    public static final Framing USUAL = new Framing(new Point(0.5, 0.4), Map.of());

    /** A place in a picture, each from 0 (its left, its top) to 1. */
    public record Point(double x, double y) {
        public Point {
            x = within(x, 0, 1);
            y = within(y, 0, 1);
        }
    }

    /** A part of a picture, in parts of its width and height. */
    public record Crop(double x, double y, double width, double height) {
        public Crop {
            width = within(width, 0.02, 1);
            height = within(height, 0.02, 1);
            x = within(x, 0, 1 - width);
            y = within(y, 0, 1 - height);
        }
    }

    public Framing {
        crops = Map.copyOf(crops);
    }

    /** The part of a picture of that size that a slot shows: always of the slot's own shape, and never beyond the edges. */
    public Crop crop(Slot slot, int width, int height) {
        if (slot == Slot.WHOLE) {
            return new Crop(0, 0, 1, 1);
        }
        double pictureRatio = (double) width / height;
        double wide = Math.min(1, slot.ratio() / pictureRatio);
        double high = Math.min(1, pictureRatio / slot.ratio());
        return Optional.ofNullable(crops.get(slot))
                .map(made -> shaped(made, wide, high))
                .orElseGet(() -> new Crop(focus.x() - wide / 2, focus.y() - high / 2, wide, high));
    }

    /** A hand-made crop keeps its middle and its width; its height follows from the shape of the slot. */
    private static Crop shaped(Crop made, double widest, double highest) {
        double width = Math.min(made.width(), widest);
        double height = highest * (width / widest);
        return new Crop(made.x() + (made.width() - width) / 2, made.y() + (made.height() - height) / 2, width, height);
    }

    private static double within(double value, double least, double most) {
        return Double.isFinite(value) ? Math.max(least, Math.min(value, Math.max(least, most))) : least;
    }
}
