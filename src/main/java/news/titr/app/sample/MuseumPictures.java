package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** What the museum shows: a jar and a carpet. */
final class MuseumPictures {
    private MuseumPictures() {}

    static void vase(Sketch s) {
        s.sky(new Color(0x3d4b57), new Color(0x55636b), new Color(0x6f7672));
        s.glow(new Color(0xf6e3b8), 0.55, 800, 480, 640);
        s.shade(
                alpha(new Color(0xfbe9c0), 0.30),
                alpha(new Color(0xfbe9c0), 0.04),
                Sketch.polygonOf(700, -20, 900, -20, 1260, 1010, 340, 1010));
        s.shade(new Color(0xe9e0cf), new Color(0xb2a794), Sketch.rectAt(420, 980, 760, 240));
        s.rect(new Color(0xf6f0e2), 396, 962, 808, 30);
        s.ellipse(alpha(INK, 0.35), 840, 966, 270, 20);
        Path2D pot = new Path2D.Double();
        pot.moveTo(690, 962);
        pot.curveTo(640, 880, 480, 780, 480, 610);
        pot.curveTo(480, 430, 660, 420, 694, 320);
        pot.curveTo(700, 280, 676, 262, 650, 236);
        pot.lineTo(950, 236);
        pot.curveTo(924, 262, 900, 280, 906, 320);
        pot.curveTo(940, 420, 1120, 430, 1120, 610);
        pot.curveTo(1120, 780, 960, 880, 910, 962);
        pot.closePath();
        s.shadeAcross(new Color(0xe2b283), new Color(0x8a5236), pot);
        s.within(pot, () -> {
            band(s, 322, 16, RUST);
            band(s, 350, 7, RUST);
            for (int i = 0; i < 26; i++) {
                double x = 640 + i * 13;
                s.polygon(UMBER, x, 372, x + 6.5, 396, x + 13, 372);
            }
            band(s, 470, 14, UMBER);
            for (int i = 0; i < 24; i++) {
                double x = 460 + i * 29;
                s.polygon(RUST, x, 486, x + 14.5, 512, x + 29, 486);
            }
            band(s, 700, 14, UMBER);
            for (int i = 0; i < 5; i++) {
                double x = 540 + i * 132;
                if (i != 3) {
                    s.at(x, 640, 0.86, 0, () -> ibex(s));
                }
            }
            for (int row = 0; row < 3; row++) {
                s.curve(RUST, 9, wave(748 + row * 40));
            }
            band(s, 905, 12, UMBER);
            s.shadeAcross(alpha(WHITE, 0.0), alpha(INK, 0.34), Sketch.rectAt(760, 200, 370, 800));
            s.shadeAcross(alpha(WHITE, 0.30), alpha(WHITE, 0), Sketch.rectAt(480, 200, 220, 800));
            Color old = new Color(0xcfcac0);
            Color fresh = new Color(0x5d5f63);
            s.fill(old, Sketch.polygonOf(905, 560, 965, 548, 1010, 600, 990, 664, 930, 680, 886, 630));
            s.curve(old, 6, 905, 560, 860, 480, 880, 400, 840, 236);
            s.curve(old, 6, 990, 664, 1050, 720, 1030, 800);
            s.curve(old, 6, 886, 630, 780, 690, 700, 660, 560, 740);
            s.curve(fresh, 7, 650, 300, 720, 400, 640, 520, 690, 600, 620, 760, 680, 900);
            s.curve(fresh, 7, 640, 520, 560, 500, 490, 540);
            s.curve(fresh, 6, 620, 760, 740, 800, 800, 900);
        });
        s.ellipse(new Color(0x6d3f2a), 800, 236, 150, 20);
        s.ellipse(new Color(0x3a241d), 800, 239, 132, 14);
        s.round(INK, 700, 1050, 200, 60, 6);
        for (int i = 0; i < 3; i++) {
            s.rect(alpha(CREAM, 0.7), 724, 1064 + i * 13, 150 - i * 32, 4);
        }
    }

    private static void band(Sketch s, double y, double thick, Color colour) {
        s.curve(colour, thick, 440, y - 12, 620, y + 6, 800, y + 11, 980, y + 6, 1160, y - 12);
    }

    private static double[] wave(double y) {
        double[] xy = new double[2 * 40];
        for (int i = 0; i < 40; i++) {
            xy[2 * i] = 440 + i * 19;
            xy[2 * i + 1] = y + (i % 2 == 0 ? -9 : 9);
        }
        return xy;
    }

    private static void ibex(Sketch s) {
        Color ink = UMBER;
        s.fill(ink, Sketch.polygonOf(-48, -24, -20, -10, 14, -10, 40, -30, 30, 12, 12, 4, -22, 4, -40, 12));
        s.line(ink, 6, -38, 6, -50, 46);
        s.line(ink, 6, -28, 4, -22, 46);
        s.line(ink, 6, 18, 4, 12, 46);
        s.line(ink, 6, 28, 4, 42, 44);
        s.polygon(ink, 30, -34, 62, -44, 40, -14);
        s.curve(ink, 7, 42, -38, 44, -92, 4, -116, -38, -92, -44, -58);
        s.curve(ink, 5, 36, -40, 32, -76, 4, -92, -20, -78);
        s.line(ink, 5, -48, -24, -58, -40);
    }

    static void carpet(Sketch s) {
        s.sky(new Color(0x5b1216), new Color(0x6b161a));
        Color navy = new Color(0x1e3050);
        Color cream = new Color(0xe6d3a8);
        Color[] bands = {navy, cream, RED, cream, navy};
        double[] inset = {0, 34, 48, 168, 182};
        for (int i = 0; i < bands.length; i++) {
            s.rect(bands[i], inset[i], inset[i], 1600 - 2 * inset[i], 1200 - 2 * inset[i]);
        }
        s.rect(cream, 206, 206, 1188, 788);
        s.rect(new Color(0x8b1f20), 216, 216, 1168, 768);
        for (int i = 0; i < 25; i++) {
            fish(s, 108 + i * 57.6, 108, i == 17 ? 180 : 0);
            fish(s, 108 + i * 57.6, 1092, 180);
        }
        for (int i = 1; i < 17; i++) {
            fish(s, 108, 108 + i * 57.6, 90);
            fish(s, 1492, 108 + i * 57.6, 270);
        }
        for (int i = 0; i < 56; i++) {
            lozenge(s, 20 + i * 28.3, 17, 9, AMBER);
            lozenge(s, 20 + i * 28.3, 1183, 9, AMBER);
        }
        for (int i = 0; i < 42; i++) {
            lozenge(s, 17, 20 + i * 28.3, 9, AMBER);
            lozenge(s, 1583, 20 + i * 28.3, 9, AMBER);
        }
        s.within(Sketch.rectAt(216, 216, 1168, 768), () -> {
            for (int row = 0; row < 7; row++) {
                for (int col = 0; col < 13; col++) {
                    double x = 260 + col * 90 + (row % 2) * 45;
                    double y = 264 + row * 112;
                    if (x < 1360) {
                        flower(s, x, y, 15, s.oneOf(cream, AMBER, ROSE));
                        if (x < 1290) {
                            s.line(alpha(cream, 0.35), 2.5, x + 18, y, x + 72, y);
                        }
                    }
                }
            }
        });
        for (int cx = 0; cx < 2; cx++) {
            for (int cy = 0; cy < 2; cy++) {
                final int sx = cx == 0 ? 1 : -1;
                final int sy = cy == 0 ? 1 : -1;
                double x = cx == 0 ? 216 : 1384;
                double y = cy == 0 ? 216 : 984;
                Shape corner = stairs(x, y, sx, sy, 300, 230);
                s.fill(cream, stairs(x, y, sx, sy, 316, 246));
                s.fill(navy, corner);
                for (int i = 0; i < 3; i++) {
                    flower(s, x + sx * (60 + i * 70), y + sy * 50, 24 - i * 4, AMBER);
                    flower(s, x + sx * 50, y + sy * (60 + i * 55), 24 - i * 4, ROSE);
                }
                flower(s, x + sx * 120, y + sy * 100, 20, cream);
            }
        }
        medallion(s, 1.12, cream);
        medallion(s, 1.08, navy);
        medallion(s, 0.84, AMBER);
        medallion(s, 0.81, new Color(0x8b1f20));
        medallion(s, 0.54, cream);
        medallion(s, 0.50, TEAL);
        for (int i = 0; i < 16; i++) {
            double a = i * Math.PI / 8;
            flower(s, 800 + Math.cos(a) * 225, 600 + Math.sin(a) * 205, 17, i % 2 == 0 ? cream : AMBER);
            flower(s, 800 + Math.cos(a) * 150, 600 + Math.sin(a) * 136, 15, i % 2 == 0 ? ROSE : cream);
        }
        for (int i = 0; i < 8; i++) {
            s.at(800, 600, 1, i * 45, () -> s.fill(cream, Sketch.blobOf(0, 0, -22, -34, 0, -92, 22, -34, 0, 0)));
        }
        s.circle(RED, 800, 600, 26);
        s.circle(AMBER, 800, 600, 11);
        for (int i = 0; i < 400; i++) {
            double y = i * 3;
            s.line(alpha(i % 2 == 0 ? INK : WHITE, 0.06), 1.4, 0, y, 1600, y);
        }
    }

    private static void fish(Sketch s, double x, double y, double turn) {
        s.at(x, y, 1, turn, () -> {
            Path2D body = Sketch.curveOf(-20, -12, 2, 13, 24, 0);
            body.append(Sketch.curveOf(24, 0, 2, -13, -20, 12), true);
            s.fill(new Color(0xe6d3a8), body);
            s.circle(RED, 11, -1, 3);
        });
    }

    private static void lozenge(Sketch s, double x, double y, double r, Color colour) {
        s.polygon(colour, x, y - r, x + r, y, x, y + r, x - r, y);
    }

    private static void flower(Sketch s, double x, double y, double r, Color colour) {
        for (int i = 0; i < 8; i++) {
            double a = i * Math.PI / 4;
            s.circle(colour, x + Math.cos(a) * r * 0.62, y + Math.sin(a) * r * 0.62, r * 0.36);
        }
        s.circle(new Color(0x1e3050), x, y, r * 0.42);
        s.circle(AMBER, x, y, r * 0.2);
    }

    private static Shape stairs(double x, double y, int sx, int sy, double w, double h) {
        Area area = new Area();
        for (int i = 0; i < 8; i++) {
            double bw = w * (1 - i / 8.0);
            double bh = h * (i + 1) / 8.0;
            area.add(new Area(Sketch.rectAt(sx > 0 ? x : x - bw, sy > 0 ? y : y - bh, bw, bh)));
        }
        return area;
    }

    private static void medallion(Sketch s, double scale, Color colour) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= 320; i++) {
            double a = i * Math.PI / 160;
            double r = (265 + 30 * Math.cos(16 * a) + 20 * Math.cos(2 * a)) * scale;
            double x = 800 + Math.cos(a) * r * 1.12;
            double y = 600 + Math.sin(a) * r * 0.98;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        s.fill(colour, path);
        if (scale > 1) {
            for (int side = -1; side <= 1; side += 2) {
                double x = 800 + side * 385 * scale;
                s.fill(
                        colour,
                        Sketch.blobOf(
                                x - side * 70,
                                600,
                                x,
                                600 - 48 * scale,
                                x + side * 96 * scale,
                                600,
                                x,
                                600 + 48 * scale,
                                x - side * 70,
                                600));
            }
        }
    }
}
