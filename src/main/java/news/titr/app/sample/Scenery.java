package news.titr.app.sample;

import static news.titr.app.sample.Palette.alpha;
import static news.titr.app.sample.Palette.mix;

import java.awt.Color;
import java.awt.geom.Path2D;

/** The things that stand in more than one drawing: peaks, hills, water, houses, domes, trees, people, birds, bicycles. */
final class Scenery {
    private Scenery() {}

    /** A faceted peak: light falls from the left. {@code snow} is the white share of its height, 0 for none. */
    static void peak(Sketch s, double x, double base, double w, double h, Color light, Color dark, double snow) {
        double top = base - h;
        double[] left = {x, top, x - w * 0.10, top + h * 0.22, x - w * 0.22, top + h * 0.40, x - w * 0.5, base};
        double[] spine = {x + w * 0.05, top + h * 0.25, x - w * 0.02, top + h * 0.48, x + w * 0.09, top + h * 0.75};
        s.polygon(
                light,
                left[0],
                left[1],
                left[2],
                left[3],
                left[4],
                left[5],
                left[6],
                left[7],
                x + w * 0.1,
                base,
                spine[4],
                spine[5],
                spine[2],
                spine[3],
                spine[0],
                spine[1]);
        s.polygon(
                dark,
                x,
                top,
                x + w * 0.12,
                top + h * 0.2,
                x + w * 0.27,
                top + h * 0.5,
                x + w * 0.5,
                base,
                x + w * 0.1,
                base,
                spine[4],
                spine[5],
                spine[2],
                spine[3],
                spine[0],
                spine[1]);
        s.polygon(
                mix(dark, light, 0.35),
                x + w * 0.12,
                top + h * 0.2,
                x + w * 0.27,
                top + h * 0.5,
                x + w * 0.36,
                base,
                x + w * 0.2,
                top + h * 0.62);
        if (snow > 0) {
            double line = top + h * snow;
            s.polygon(
                    Palette.WHITE,
                    x,
                    top,
                    x - w * 0.10 * Math.min(1, snow / 0.22),
                    top + h * Math.min(0.22, snow),
                    x - w * 0.5 * snow,
                    line,
                    x - w * 0.24 * snow,
                    line - h * 0.10,
                    x - w * 0.12 * snow,
                    line + h * 0.06,
                    x - w * 0.02,
                    line - h * 0.10,
                    x + w * 0.05,
                    top + h * 0.25);
            s.polygon(
                    mix(Palette.WHITE, dark, 0.38),
                    x,
                    top,
                    x + w * 0.12 * Math.min(1, snow / 0.2),
                    top + h * Math.min(0.2, snow),
                    x + w * 0.45 * snow,
                    line,
                    x + w * 0.25 * snow,
                    line - h * 0.08,
                    x + w * 0.16 * snow,
                    line + h * 0.05,
                    x + w * 0.05,
                    top + h * 0.25);
        }
    }

    /** A rough ridge across the sheet, filled down to its foot. */
    static void ridge(Sketch s, double y, double rough, double step, Color top, Color bottom) {
        Path2D path = new Path2D.Double();
        path.moveTo(-20, s.height + 20.0);
        double level = y;
        for (double x = -20; x <= s.width + step; x += step) {
            path.lineTo(x, level);
            level = y + (level - y) * 0.6 + s.between(-rough, rough);
        }
        path.lineTo(s.width + 40.0, s.height + 20.0);
        path.closePath();
        s.shade(top, bottom, path);
    }

    /** Soft hills across the sheet. */
    static void hills(Sketch s, double y, double swing, double waves, double phase, Color top, Color bottom) {
        Path2D path = new Path2D.Double();
        path.moveTo(-10, s.height + 10.0);
        for (int x = -10; x <= s.width + 10; x += 10) {
            double t = (double) x / s.width * waves * Math.PI + phase;
            path.lineTo(x, y + Math.sin(t) * swing + Math.sin(t * 2.3 + 1) * swing * 0.35);
        }
        path.lineTo(s.width + 10.0, s.height + 10.0);
        path.closePath();
        s.shade(top, bottom, path);
    }

    /** Glints lying on water between two heights, longer towards the viewer. */
    static void glints(Sketch s, double top, double bottom, int count, Color colour) {
        for (int i = 0; i < count; i++) {
            double share = Math.pow(s.between(0, 1), 1.4);
            double y = top + share * (bottom - top);
            double x = s.between(-60, s.width);
            double length = s.between(20, 60) + share * 130;
            s.line(alpha(colour, s.between(0.12, 0.5)), 1.5 + share * 3, x, y, x + length, y);
        }
    }

    /** A dome with a pointed crown standing on {@code base}. */
    static void dome(Sketch s, double x, double base, double r, Color light, Color dark) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - r, base);
        path.curveTo(x - r * 1.05, base - r * 0.75, x - r * 0.45, base - r * 0.95, x, base - r * 1.2);
        path.curveTo(x + r * 0.45, base - r * 0.95, x + r * 1.05, base - r * 0.75, x + r, base);
        path.closePath();
        s.shadeAcross(light, dark, path);
    }

    /** A flat-roofed house with rows of windows; some lit. */
    static void house(Sketch s, double x, double base, double w, double h, Color wall, Color window, Color lit) {
        s.shadeAcross(wall, mix(wall, Palette.INK, 0.18), Sketch.rectAt(x, base - h, w, h));
        s.rect(mix(wall, Palette.WHITE, 0.25), x - w * 0.02, base - h - 6, w * 1.04, 8);
        double pitch = 34;
        for (double wy = base - h + 24; wy < base - 30; wy += 48) {
            for (double wx = x + 16; wx < x + w - 24; wx += pitch) {
                if (!s.oneIn(5)) {
                    s.rect(s.oneIn(6) ? lit : window, wx, wy, 15, 24);
                }
            }
        }
    }

    static void cypress(Sketch s, double x, double base, double h, Color colour) {
        s.fill(
                colour,
                Sketch.blobOf(
                        x,
                        base,
                        x - h * 0.11,
                        base - h * 0.22,
                        x - h * 0.075,
                        base - h * 0.6,
                        x,
                        base - h,
                        x + h * 0.075,
                        base - h * 0.6,
                        x + h * 0.11,
                        base - h * 0.22,
                        x,
                        base));
    }

    /** A round tree made of a few crowns. */
    static void tree(Sketch s, double x, double base, double h, Color crown, Color trunk) {
        s.polygon(
                trunk,
                x - h * 0.035,
                base,
                x - h * 0.02,
                base - h * 0.5,
                x + h * 0.02,
                base - h * 0.5,
                x + h * 0.035,
                base);
        s.circle(mix(crown, Palette.INK, 0.22), x + h * 0.14, base - h * 0.56, h * 0.22);
        s.circle(mix(crown, Palette.INK, 0.1), x - h * 0.16, base - h * 0.58, h * 0.22);
        s.circle(crown, x, base - h * 0.74, h * 0.26);
        s.circle(mix(crown, Palette.WHITE, 0.16), x - h * 0.08, base - h * 0.8, h * 0.13);
    }

    /** Somebody standing or walking, seen from far. {@code h} is the height of the body. */
    static void person(Sketch s, double x, double base, double h, Color coat, Color skin) {
        double stride = h * 0.09;
        Color legs = mix(coat, Palette.INK, 0.55);
        s.line(legs, h * 0.075, x - h * 0.03, base - h * 0.42, x - stride, base);
        s.line(legs, h * 0.075, x + h * 0.03, base - h * 0.42, x + stride, base);
        s.fill(
                coat,
                Sketch.blobOf(
                        x - h * 0.14,
                        base - h * 0.33,
                        x - h * 0.13,
                        base - h * 0.7,
                        x - h * 0.05,
                        base - h * 0.83,
                        x + h * 0.05,
                        base - h * 0.83,
                        x + h * 0.13,
                        base - h * 0.7,
                        x + h * 0.14,
                        base - h * 0.33));
        s.circle(skin, x, base - h * 0.91, h * 0.085);
        s.fill(
                mix(coat, Palette.INK, 0.7),
                new java.awt.geom.Arc2D.Double(
                        x - h * 0.09, base - h * 1.0, h * 0.18, h * 0.18, 0, 180, java.awt.geom.Arc2D.CHORD));
    }

    /** A person with a soft shadow at the feet. */
    static void walker(Sketch s, double x, double base, double h, Color coat) {
        s.ellipse(alpha(Palette.INK, 0.28), x + 40, base, h * 0.3, 12);
        person(s, x, base, h, coat, new Color(0xa8765a));
    }

    static void bird(Sketch s, double x, double y, double size, Color colour) {
        s.curve(colour, size * 0.12, x - size, y - size * 0.25, x - size * 0.45, y - size * 0.42, x, y);
        s.curve(colour, size * 0.12, x, y, x + size * 0.45, y - size * 0.42, x + size, y - size * 0.25);
    }

    /** A bicycle facing right; {@code r} is the wheel's radius, x the middle between the wheels, y the axle's height. */
    static void bicycle(Sketch s, double x, double y, double r, Color frame, Color wheel) {
        double back = x - r * 1.25;
        double front = x + r * 1.25;
        for (double hub : new double[] {back, front}) {
            s.ring(wheel, r * 0.075, hub, y, r);
            for (int spoke = 0; spoke < 12; spoke++) {
                double angle = spoke * Math.PI / 6;
                s.line(alpha(wheel, 0.35), 1.5, hub, y, hub + Math.cos(angle) * r, y + Math.sin(angle) * r);
            }
            s.circle(wheel, hub, y, r * 0.09);
        }
        double seatX = x - r * 0.55;
        double seatY = y - r * 1.35;
        double headX = x + r * 0.85;
        double headY = y - r * 1.3;
        double t = r * 0.1;
        s.line(frame, t, back, y, x - r * 0.1, y + r * 0.05);
        s.line(frame, t, x - r * 0.1, y + r * 0.05, seatX, seatY);
        s.line(frame, t, back, y, seatX + r * 0.08, seatY + r * 0.3);
        s.line(frame, t, x - r * 0.1, y + r * 0.05, headX + r * 0.05, headY + r * 0.25);
        s.line(frame, t, seatX + r * 0.08, seatY + r * 0.3, headX, headY + r * 0.1);
        s.line(frame, t, headX - r * 0.06, headY - r * 0.25, front, y);
        s.line(wheel, t * 0.9, headX - r * 0.06, headY - r * 0.25, headX + r * 0.28, headY - r * 0.33);
        s.line(wheel, t * 1.5, seatX - r * 0.25, seatY - r * 0.02, seatX + r * 0.22, seatY - r * 0.02);
        s.circle(wheel, x - r * 0.1, y + r * 0.05, r * 0.17);
    }

    /** A lamp on a bracket with its light. */
    static void lamp(Sketch s, double x, double y, double size) {
        s.glow(Palette.AMBER, 0.75, x, y, size * 5);
        s.circle(Palette.WHITE, x, y, size * 0.55);
        s.polygon(Palette.UMBER, x - size * 0.7, y - size * 0.4, x, y - size * 1.2, x + size * 0.7, y - size * 0.4);
    }
}
