package news.titr.app.sample;

import static news.titr.app.sample.Palette.alpha;
import static news.titr.app.sample.Palette.mix;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/**
 * One sheet to draw on, and the plain strokes that every drawing shares. Lengths are pixels, y grows downward, angles are
 * degrees. The same seed gives the same sheet on every machine: no fonts, no clock, no unseeded chance.
 */
final class Sketch {
    final int width;
    final int height;
    private final SplittableRandom chance;
    private final BufferedImage image;
    private Graphics2D pen;

    Sketch(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        this.chance = new SplittableRandom(seed);
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    // ---- chance

    /** Evenly between the two. */
    double between(double from, double to) {
        return from + chance.nextDouble() * (to - from);
    }

    boolean oneIn(int n) {
        return chance.nextInt(n) == 0;
    }

    Color oneOf(Color... colours) {
        return colours[chance.nextInt(colours.length)];
    }

    // ---- shapes

    static Shape circleAt(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static Shape rectAt(double x, double y, double w, double h) {
        return new Rectangle2D.Double(x, y, w, h);
    }

    static Path2D polygonOf(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A smooth line through all the points (Catmull–Rom), left open. */
    static Path2D curveOf(double... xy) {
        Path2D path = new Path2D.Double();
        int n = xy.length / 2;
        path.moveTo(xy[0], xy[1]);
        for (int i = 0; i < n - 1; i++) {
            int before = Math.max(i - 1, 0) * 2;
            int here = i * 2;
            int next = (i + 1) * 2;
            int after = Math.min(i + 2, n - 1) * 2;
            path.curveTo(
                    xy[here] + (xy[next] - xy[before]) / 6,
                    xy[here + 1] + (xy[next + 1] - xy[before + 1]) / 6,
                    xy[next] - (xy[after] - xy[here]) / 6,
                    xy[next + 1] - (xy[after + 1] - xy[here + 1]) / 6,
                    xy[next],
                    xy[next + 1]);
        }
        return path;
    }

    /** As {@link #curveOf}, closed with a straight line. */
    static Path2D blobOf(double... xy) {
        Path2D path = curveOf(xy);
        path.closePath();
        return path;
    }

    /** The pointed arch of a Persian doorway standing on {@code base}; x is its left foot. */
    static Path2D archAt(double x, double base, double w, double h) {
        Path2D path = new Path2D.Double();
        double spring = base - h * 0.55;
        path.moveTo(x, base);
        path.lineTo(x, spring);
        path.curveTo(x, base - h * 0.82, x + w * 0.22, base - h * 0.90, x + w / 2, base - h);
        path.curveTo(x + w * 0.78, base - h * 0.90, x + w, base - h * 0.82, x + w, spring);
        path.lineTo(x + w, base);
        path.closePath();
        return path;
    }

    // ---- strokes

    void fill(Color colour, Shape shape) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    /** Filled with a gradient from the shape's top to its bottom. */
    void shade(Color top, Color bottom, Shape shape) {
        Rectangle2D box = shape.getBounds2D();
        pen.setPaint(new GradientPaint(0, (float) box.getMinY(), top, 0, (float) box.getMaxY(), bottom));
        pen.fill(shape);
    }

    /** Filled with a gradient from the shape's left to its right. */
    void shadeAcross(Color left, Color right, Shape shape) {
        Rectangle2D box = shape.getBounds2D();
        pen.setPaint(new GradientPaint((float) box.getMinX(), 0, left, (float) box.getMaxX(), 0, right));
        pen.fill(shape);
    }

    void rect(Color colour, double x, double y, double w, double h) {
        fill(colour, rectAt(x, y, w, h));
    }

    void round(Color colour, double x, double y, double w, double h, double corner) {
        fill(colour, new RoundRectangle2D.Double(x, y, w, h, 2 * corner, 2 * corner));
    }

    void circle(Color colour, double x, double y, double radius) {
        fill(colour, circleAt(x, y, radius));
    }

    void ellipse(Color colour, double x, double y, double rx, double ry) {
        fill(colour, new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
    }

    void polygon(Color colour, double... xy) {
        fill(colour, polygonOf(xy));
    }

    void blob(Color colour, double... xy) {
        fill(colour, blobOf(xy));
    }

    void stroke(Color colour, double thick, Shape shape) {
        pen.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(colour);
        pen.draw(shape);
    }

    void line(Color colour, double thick, double x1, double y1, double x2, double y2) {
        stroke(colour, thick, new Line2D.Double(x1, y1, x2, y2));
    }

    void curve(Color colour, double thick, double... xy) {
        stroke(colour, thick, curveOf(xy));
    }

    void ring(Color colour, double thick, double x, double y, double radius) {
        stroke(colour, thick, circleAt(x, y, radius));
    }

    void arc(Color colour, double thick, double x, double y, double radius, double from, double sweep) {
        stroke(
                colour,
                thick,
                new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, from, sweep, Arc2D.OPEN));
    }

    // ---- light

    /** The whole sheet in even bands of these colours, melting into each other from top to bottom. */
    void sky(Color... colours) {
        float[] stops = new float[colours.length];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = (float) i / (stops.length - 1);
        }
        pen.setPaint(new LinearGradientPaint(0, 0, 0, height, stops, colours));
        pen.fill(rectAt(0, 0, width, height));
    }

    /** Light around a point: {@code strength} at the centre, nothing at the radius. */
    void glow(Color colour, double strength, double x, double y, double radius) {
        pen.setPaint(new RadialGradientPaint(
                (float) x,
                (float) y,
                (float) radius,
                new float[] {0, 0.35f, 1},
                new Color[] {alpha(colour, strength), alpha(colour, strength * 0.45), alpha(colour, 0)},
                MultipleGradientPaint.CycleMethod.NO_CYCLE));
        pen.fill(circleAt(x, y, radius));
    }

    /** A ball lit from the upper left. */
    void ball(Color light, Color dark, double x, double y, double radius) {
        pen.setPaint(new RadialGradientPaint(
                (float) (x - radius * 0.35),
                (float) (y - radius * 0.4),
                (float) (radius * 1.5),
                new float[] {0, 1},
                new Color[] {light, dark}));
        pen.fill(circleAt(x, y, radius));
    }

    // ---- moving the paper

    /** Draws with (x, y) as the origin, turned and scaled. */
    void at(double x, double y, double scale, double degrees, Runnable drawing) {
        AffineTransform before = pen.getTransform();
        pen.translate(x, y);
        pen.rotate(Math.toRadians(degrees));
        pen.scale(scale, scale);
        drawing.run();
        pen.setTransform(before);
    }

    /** Draws upside down below the line y, squeezed: a reflection. */
    void mirrored(double y, double squeeze, Runnable drawing) {
        AffineTransform before = pen.getTransform();
        pen.translate(0, y);
        pen.scale(1, -squeeze);
        pen.translate(0, -y);
        drawing.run();
        pen.setTransform(before);
    }

    /** Draws mirrored left to right about x. */
    void flipped(double x, Runnable drawing) {
        AffineTransform before = pen.getTransform();
        pen.translate(2 * x, 0);
        pen.scale(-1, 1);
        drawing.run();
        pen.setTransform(before);
    }

    /** Draws only inside the shape. */
    void within(Shape shape, Runnable drawing) {
        Shape before = pen.getClip();
        pen.clip(shape);
        drawing.run();
        pen.setClip(before);
    }

    /** Everything outside the hole. */
    void frame(Color colour, Shape hole) {
        Area area = new Area(rectAt(-20, -20, width + 40, height + 40));
        area.subtract(new Area(hole));
        fill(colour, area);
    }

    // ---- the finished sheet

    /** Lays a fine grain over everything and darkens the corners a little: printed, not projected. */
    BufferedImage finish() {
        pen.dispose();
        pen = image.createGraphics();
        pen.setPaint(new RadialGradientPaint(
                width / 2f, height / 2f, width * 0.68f, new float[] {0.55f, 1}, new Color[] {
                    alpha(Palette.INK, 0), alpha(Palette.INK, 0.16)
                }));
        pen.fill(rectAt(0, 0, width, height));
        pen.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int state = 0x2545f491;
        for (int i = 0; i < pixels.length; i++) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            int grain = ((state & 7) + (state >>> 3 & 7) - 7) / 2;
            int rgb = pixels[i];
            pixels[i] = clamp((rgb >> 16 & 255) + grain) << 16
                    | clamp((rgb >> 8 & 255) + grain) << 8
                    | clamp((rgb & 255) + grain);
        }
        return image;
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }

    /** A tint that fades things into the distance: 0 near, 1 lost in the haze. */
    static Color far(Color near, Color haze, double distance) {
        return mix(near, haze, distance);
    }
}
