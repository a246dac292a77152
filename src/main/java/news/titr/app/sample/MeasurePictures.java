package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Glass and figures: the laboratory's bench, the economist's bars, the rows of a solar plant. */
final class MeasurePictures {
    private MeasurePictures() {}

    static void laboratory(Sketch s) {
        s.sky(new Color(0xd5dfdd), new Color(0xc2d0d0), new Color(0xa9bcbf));
        for (int row = 0; row < 2; row++) {
            double y = 190 + row * 200;
            s.rect(new Color(0x93a9ad), 90, y, 1420, 14);
            for (int i = 0; i < 24; i++) {
                double x = 120 + i * 58 + s.between(-6, 6);
                double h = s.between(56, 130);
                Color c = s.oneOf(
                        new Color(0x9fb6b8),
                        new Color(0xb7a58d),
                        new Color(0x8ea3a8),
                        new Color(0xb98d84),
                        new Color(0xc6cfc6));
                if (!s.oneIn(6)) {
                    s.round(c, x, y - h, 40, h, 7);
                    s.rect(mix(c, INK, 0.15), x + 10, y - h - 12, 20, 14);
                    s.rect(alpha(WHITE, 0.6), x + 6, y - h * 0.6, 28, 20);
                }
            }
        }
        s.shade(new Color(0xf2efe7), new Color(0xbfc4c2), Sketch.rectAt(0, 790, 1600, 220));
        s.rect(WHITE, 0, 784, 1600, 10);
        erlenmeyer(s, 330, 800, 1.25, RED);
        beaker(s, 590, 800, OCHRE);
        roundFlask(s, 880, 560);
        erlenmeyer(s, 1350, 800, 0.95, BLUE);
        rack(s, 1050, 800);
        s.curve(alpha(INK, 0.5), 12, 905, 300, 960, 250, 1040, 250, 1080, 330);
        s.curve(alpha(WHITE, 0.7), 7, 905, 300, 960, 250, 1040, 250, 1080, 330);
        for (int i = 0; i < 3; i++) {
            s.at(
                    150 + i * 66,
                    880 + i * 16,
                    1,
                    i * 70,
                    () -> s.fill(
                            new Color(0xa83a34),
                            Sketch.blobOf(-46, 10, -20, -24, 30, -22, 50, 8, 20, 0, -10, 4, -46, 10)));
        }
        s.round(new Color(0x9d5a3d), 1180, 850, 250, 92, 8);
        s.polygon(new Color(0xc47d57), 1180, 850, 1220, 818, 1470, 818, 1430, 850);
        s.polygon(new Color(0x7c4330), 1430, 850, 1470, 818, 1470, 908, 1430, 942);
        for (int i = 0; i < 60; i++) {
            s.circle(alpha(UMBER, 0.4), s.between(1188, 1422), s.between(858, 936), s.between(1.5, 5));
        }
    }

    private static void glass(Sketch s, Path2D shape, Color liquid, double level) {
        s.fill(alpha(WHITE, 0.55), shape);
        s.within(shape, () -> {
            s.shade(mix(liquid, WHITE, 0.18), mix(liquid, INK, 0.2), Sketch.rectAt(0, level, 1600, 600));
            s.rect(alpha(WHITE, 0.45), 0, level, 1600, 7);
            for (int i = 0; i < 16; i++) {
                var box = shape.getBounds2D();
                s.circle(
                        alpha(WHITE, 0.35),
                        s.between(box.getMinX(), box.getMaxX()),
                        s.between(level + 12, box.getMaxY()),
                        s.between(3, 9));
            }
        });
        s.stroke(alpha(new Color(0x44565e), 0.75), 6, shape);
    }

    private static void erlenmeyer(Sketch s, double x, double base, double k, Color liquid) {
        s.ellipse(alpha(INK, 0.2), x + 20, base, 150 * k, 14);
        Path2D p = Sketch.polygonOf(
                x - 36 * k,
                base - 330 * k,
                x + 36 * k,
                base - 330 * k,
                x + 36 * k,
                base - 220 * k,
                x + 138 * k,
                base - 24 * k,
                x + 120 * k,
                base,
                x - 120 * k,
                base,
                x - 138 * k,
                base - 24 * k,
                x - 36 * k,
                base - 220 * k);
        glass(s, p, liquid, base - 130 * k);
        s.round(alpha(new Color(0x44565e), 0.75), x - 46 * k, base - 338 * k, 92 * k, 14 * k, 6);
        s.line(alpha(WHITE, 0.8), 9 * k, x - 84 * k, base - 90 * k, x - 44 * k, base - 180 * k);
    }

    private static void beaker(Sketch s, double x, double base, Color liquid) {
        s.ellipse(alpha(INK, 0.2), x + 20, base, 110, 12);
        glass(
                s,
                Sketch.polygonOf(x - 100, base - 230, x + 100, base - 230, x + 92, base, x - 92, base),
                liquid,
                base - 140);
        for (int i = 0; i < 4; i++) {
            s.line(alpha(INK, 0.5), 4, x + 30, base - 60 - i * 36, x + 74, base - 60 - i * 36);
        }
        s.line(alpha(new Color(0x5b6d74), 0.9), 9, x - 30, base - 30, x + 60, base - 330);
    }

    private static void roundFlask(Sketch s, double x, double y) {
        s.line(new Color(0x5b6468), 14, x - 150, 790, x - 150, 230);
        s.round(new Color(0x5b6468), x - 240, 776, 260, 22, 8);
        s.line(new Color(0x5b6468), 12, x - 150, 350, x - 20, 350);
        Path2D p = new Path2D.Double();
        p.moveTo(x - 26, 300);
        p.lineTo(x - 26, y - 112);
        p.curveTo(x - 170, y - 70, x - 160, y + 120, x, y + 124);
        p.curveTo(x + 160, y + 120, x + 170, y - 70, x + 26, y - 112);
        p.lineTo(x + 26, 300);
        p.closePath();
        glass(s, p, new Color(0xa03a3a), y);
        s.arc(alpha(WHITE, 0.75), 9, x, y, 96, 120, 60);
        s.round(new Color(0x6b767b), x - 34, 790 - 62, 68, 62, 6);
        s.fill(new Color(0x5f93c0), Sketch.blobOf(x - 16, 728, x - 20, 712, x, 690, x + 20, 712, x + 16, 728));
    }

    private static void rack(Sketch s, double x, double base) {
        Color[] liquids = {RED, ROSE, AMBER, OLIVE, TEAL};
        for (int i = 0; i < 5; i++) {
            double tx = x + i * 42;
            Path2D p = new Path2D.Double();
            p.moveTo(tx - 14, base - 210);
            p.lineTo(tx - 14, base - 40);
            p.curveTo(tx - 14, base - 18, tx + 14, base - 18, tx + 14, base - 40);
            p.lineTo(tx + 14, base - 210);
            p.closePath();
            glass(s, p, liquids[i], base - 90 - i * 18);
        }
        s.round(new Color(0xa9744a), x - 34, base - 150, 236, 22, 5);
        s.round(new Color(0xa9744a), x - 34, base - 26, 236, 28, 5);
        s.rect(new Color(0x8c5c3a), x - 34, base - 150, 16, 150);
        s.rect(new Color(0x8c5c3a), x + 186, base - 150, 16, 150);
    }

    static void barChart(Sketch s) {
        s.sky(new Color(0xf4ecdc), new Color(0xeadfc9));
        for (int i = 0; i < 6; i++) {
            s.line(alpha(BROWN, 0.22), 2, 120, 860 - i * 134, 1500, 860 - i * 134);
        }
        double[] height = {190, 240, 300, 270, 350, 420, 480, 662};
        Color[] tone = {
            new Color(0xb9c3c0),
            new Color(0xa9b8ba),
            new Color(0x96abb3),
            new Color(0x96abb3),
            new Color(0x7f9cac),
            new Color(0x6488a0),
            new Color(0x426a8d),
            RED
        };
        for (int i = 0; i < 8; i++) {
            double x = 150 + i * 170;
            double top = 860 - height[i];
            s.polygon(alpha(INK, 0.12), x + 110, top + 18, x + 140, top + 34, x + 140, 860, x + 110, 860);
            s.shade(mix(tone[i], WHITE, 0.1), mix(tone[i], INK, 0.12), Sketch.rectAt(x, top, 112, height[i]));
            for (double y = top + 30; y < 850; y += 46) {
                for (int k = 0; k < 3; k++) {
                    s.round(
                            alpha(i == 7 ? new Color(0xf0c98a) : WHITE, s.oneIn(4) ? 0.75 : 0.25),
                            x + 16 + k * 30,
                            y,
                            18,
                            25,
                            3);
                }
            }
        }
        for (int i = 0; i < 8; i++) {
            double x = 206 + i * 170;
            double top = 860 - height[i];
            if (i == 1 || i == 3 || i == 4 || i == 6 || i == 7) {
                Color coat = i == 7 ? DEEP : s.oneOf(TEAL, BROWN, DEEP, RUST);
                Scenery.person(s, x, top, 104, coat, new Color(0xa8765a));
                s.round(OCHRE, x + 24, top - 38, 32, 38, 5);
                s.line(BROWN, 3, x + 40, top - 40, x + 40, top - 58);
            } else if (i == 0 || i == 5) {
                Scenery.tree(s, x, top, 110, i == 0 ? OLIVE : OCHRE, BROWN);
            } else {
                s.line(BROWN, 5, x, top, x, top - 96);
                s.polygon(RED, x, top - 96, x + 52, top - 80, x, top - 62);
            }
        }
        s.line(INK, 7, 110, 862, 1510, 862);
        for (int i = 0; i < 8; i++) {
            s.round(alpha(INK, 0.55), 176 + i * 170, 886, 60, 10, 5);
            s.round(alpha(INK, 0.3), 188 + i * 170, 908, 36, 8, 4);
        }
        Scenery.bird(s, 560, 230, 22, INK);
        Scenery.bird(s, 640, 190, 18, INK);
        s.circle(alpha(AMBER, 0.85), 330, 230, 80);
    }

    static void solarPanels(Sketch s) {
        s.sky(new Color(0x6f9fc0), new Color(0xb6d0d8), new Color(0xf5e3bd));
        s.circle(new Color(0xfdf4dc), 1210, 240, 78);
        s.glow(WHITE, 0.85, 1210, 240, 330);
        Scenery.peak(s, 380, 500, 760, 220, new Color(0xb9c6cc), new Color(0x8fa8b8), 0.4);
        Scenery.peak(s, 860, 500, 620, 160, new Color(0xbac8cd), new Color(0x9cb1bd), 0.3);
        Scenery.hills(s, 470, 20, 2.6, 0.8, new Color(0xc9bd8a), new Color(0xd0b77a));
        for (int i = 0; i < 4; i++) {
            pylon(s, 1500 - i * 300, 520, 300 * Math.pow(0.74, i));
        }
        for (int wire = 0; wire < 3; wire++) {
            double y = 262 + wire * 36;
            s.curve(
                    alpha(INK, 0.6),
                    2.5,
                    1640,
                    y - 30,
                    1500,
                    y - 8,
                    1350,
                    y + 62,
                    1200,
                    y + 62,
                    1040,
                    y + 112,
                    900,
                    y + 112,
                    750,
                    y + 142,
                    600,
                    y + 142);
        }
        s.shade(new Color(0xd2ba7f), new Color(0x9c7c48), Sketch.rectAt(0, 510, 1600, 500));
        for (int i = 0; i < 140; i++) {
            double d = s.between(0, 1);
            s.ellipse(alpha(OLIVE, 0.5), s.between(0, 1600), 520 + d * 480, 4 + d * 16, 2 + d * 5);
        }
        for (int row = 0; row < 5; row++) {
            double scale = Math.pow(1.62, row) * 0.155;
            double y = 530 + row * 62 + Math.pow(row, 2) * 12;
            for (int k = -8; k <= 8; k++) {
                double w = 430 * scale;
                double x = 720 + k * (w + 22 * scale) + row * 30;
                if (x > -w * 1.5 && x < 1650) {
                    panel(s, x, y, w, 250 * scale, scale);
                }
            }
        }
        s.at(1330, 968, 1, 0, () -> {
            s.ellipse(alpha(INK, 0.3), 20, 4, 70, 10);
            Scenery.person(s, 0, 0, 190, new Color(0xd6893b), UMBER);
            s.fill(WHITE, new java.awt.geom.Arc2D.Double(-22, -196, 44, 40, 0, 180, java.awt.geom.Arc2D.CHORD));
        });
    }

    private static void pylon(Sketch s, double x, double base, double h) {
        Color steel = new Color(0x4a5561);
        double t = Math.max(2, h * 0.016);
        s.line(steel, t, x - h * 0.13, base, x, base - h);
        s.line(steel, t, x + h * 0.13, base, x, base - h);
        for (int i = 0; i < 5; i++) {
            double a = 0.13 * (1 - i / 5.0);
            double b = 0.13 * (1 - (i + 1) / 5.0);
            s.line(steel, t * 0.6, x - h * a, base - h * i / 5, x + h * b, base - h * (i + 1) / 5);
            s.line(steel, t * 0.6, x + h * a, base - h * i / 5, x - h * b, base - h * (i + 1) / 5);
        }
        for (int i = 0; i < 3; i++) {
            double y = base - h * (0.68 + i * 0.12);
            s.line(steel, t, x - h * 0.2, y, x + h * 0.2, y);
        }
    }

    private static void panel(Sketch s, double x, double y, double w, double h, double scale) {
        double skew = w * 0.16;
        s.polygon(
                alpha(INK, 0.28),
                x + skew * 0.2,
                y + h * 1.16,
                x + w + skew,
                y + h * 1.16,
                x + w + skew * 1.6,
                y + h * 1.32,
                x + skew,
                y + h * 1.32);
        s.line(new Color(0x545c63), 12 * scale, x + w * 0.25, y + h * 0.7, x + w * 0.25, y + h * 1.26);
        s.line(new Color(0x545c63), 12 * scale, x + w * 0.8, y + h * 0.7, x + w * 0.8, y + h * 1.26);
        Path2D glass = Sketch.polygonOf(x + skew, y, x + w + skew, y, x + w, y + h, x, y + h);
        s.shade(new Color(0x6d97bb), new Color(0x1d3557), glass);
        s.within(
                glass,
                () -> s.polygon(
                        alpha(WHITE, 0.2), x + skew, y, x + w * 0.45, y, x + w * 0.12, y + h, x - w * 0.1, y + h));
        for (int i = 1; i < 6; i++) {
            s.line(alpha(WHITE, 0.4), 3 * scale, x + skew + w * i / 6, y, x + w * i / 6, y + h);
        }
        for (int i = 1; i < 4; i++) {
            s.line(
                    alpha(WHITE, 0.4),
                    3 * scale,
                    x + skew * (1 - i / 4.0),
                    y + h * i / 4,
                    x + w + skew * (1 - i / 4.0),
                    y + h * i / 4);
        }
        s.stroke(new Color(0xe6e8e8), 7 * scale, glass);
    }
}
