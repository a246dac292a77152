package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.geom.Path2D;

/** What is measured and what is lost in fog: charts of pressure and ground water, the train, the bees, the runners' ridge. */
final class WeatherPictures {
    private WeatherPictures() {}

    static void fogRailway(Sketch s) {
        s.sky(new Color(0xb9c4c8), new Color(0xd9dedb), new Color(0xe9e6dc), new Color(0xcfcdc0));
        for (int i = 6; i >= 0; i--) {
            double scale = Math.pow(0.68, i);
            Color pole = mix(new Color(0x3a4550), new Color(0xdadedb), i / 6.6);
            for (int side = -1; side <= 1; side += 2) {
                double x = 800 + side * 640 * scale;
                double base = 600 + 330 * scale;
                s.line(pole, 16 * scale, x, base, x, base - 620 * scale);
                s.line(pole, 10 * scale, x, base - 590 * scale, x - side * 210 * scale, base - 590 * scale);
                s.line(pole, 7 * scale, x, base - 490 * scale, x - side * 190 * scale, base - 588 * scale);
                for (int k = 0; k < 14; k++) {
                    double rx = x + side * s.between(20, 460) * scale;
                    s.curve(
                            mix(pole, OLIVE, 0.25),
                            5 * scale,
                            rx,
                            base + 40 * scale,
                            rx + s.between(-8, 8) * scale,
                            base - 90 * scale,
                            rx + s.between(-34, 34) * scale,
                            base - s.between(120, 250) * scale);
                }
            }
        }
        s.shade(
                alpha(new Color(0xe4e4dc), 0.2),
                new Color(0x8f8b7e),
                Sketch.polygonOf(770, 600, 830, 600, 1500, 1010, 100, 1010));
        for (int i = 0; i < 22; i++) {
            double d = Math.pow(i / 21.0, 2.2);
            double y = 606 + d * 400;
            s.line(
                    mix(new Color(0xdcdcd4), new Color(0x4c433b), Math.min(1, d + 0.12)),
                    2 + d * 26,
                    800 - 34 - d * 520,
                    y,
                    800 + 34 + d * 520,
                    y);
        }
        for (int side = -1; side <= 1; side += 2) {
            s.shade(
                    new Color(0xd3d6d2),
                    new Color(0x555d66),
                    Sketch.polygonOf(
                            800 + side * 22,
                            600,
                            800 + side * 24,
                            600,
                            800 + side * 440,
                            1010,
                            800 + side * 395,
                            1010));
        }
        s.shade(
                new Color(0x8f9ba2),
                new Color(0x6e7a83),
                new java.awt.geom.RoundRectangle2D.Double(690, 400, 220, 270, 60, 60));
        s.shade(mix(RED, MIST, 0.25), mix(RED, MIST, 0.15), Sketch.rectAt(690, 560, 220, 62));
        s.round(new Color(0x4b5864), 716, 430, 84, 80, 14);
        s.round(new Color(0x4b5864), 806, 430, 80, 80, 14);
        s.rect(new Color(0x515c66), 700, 640, 200, 34);
        s.glow(new Color(0xfdf0c9), 1, 735, 590, 190);
        s.glow(new Color(0xfdf0c9), 1, 865, 590, 190);
        s.glow(new Color(0xfdf0c9), 0.9, 800, 415, 120);
        s.circle(WHITE, 735, 590, 17);
        s.circle(WHITE, 865, 590, 17);
        s.circle(WHITE, 800, 415, 12);
        for (int i = 0; i < 22; i++) {
            s.ellipse(
                    alpha(WHITE, 0.11),
                    s.between(0, 1600),
                    s.between(480, 760),
                    s.between(260, 480),
                    s.between(22, 54));
        }
        Scenery.person(s, 452, 860, 210, new Color(0x3b4149), new Color(0x3b4149));
        s.line(new Color(0x3b4149), 12, 470, 720, 520, 770);
        s.glow(AMBER, 0.95, 522, 800, 140);
        s.round(new Color(0x3b4149), 506, 776, 34, 50, 8);
        s.round(new Color(0xf9d98f), 512, 784, 22, 34, 6);
    }

    static void mountainRun(Sketch s) {
        s.sky(new Color(0xd98a5f), new Color(0xecb27c), new Color(0xf5d7a5), new Color(0xf6e4c4));
        s.glow(WHITE, 0.8, 1060, 360, 420);
        s.circle(new Color(0xfdf2d6), 1060, 360, 190);
        Scenery.ridge(s, 600, 34, 74, new Color(0xd5a184), new Color(0xe0b795));
        Scenery.ridge(s, 690, 34, 74, new Color(0xab7c70), new Color(0xc09280));
        Scenery.ridge(s, 800, 30, 80, new Color(0x7b5a5d), new Color(0x8d6b68));
        Path2D crest = Sketch.polygonOf(
                -20, 930, 160, 860, 300, 838, 450, 760, 600, 715, 720, 640, 850, 585, 960, 520, 1090, 470, 1200, 420,
                1330, 330, 1420, 300, 1620, 180, 1620, 1010, -20, 1010);
        s.shade(new Color(0x3c2e3b), new Color(0x1f1b29), crest);
        s.within(crest, () -> {
            for (int i = 0; i < 9; i++) {
                double x = 60 + i * 190;
                double y = 900 - x * 0.43;
                s.polygon(
                        alpha(new Color(0x6a4c55), 0.32),
                        x,
                        y,
                        x + 44,
                        y - 8,
                        x + 150,
                        y + 190,
                        x + 90,
                        y + 330,
                        x + 60,
                        y + 150);
                s.polygon(
                        alpha(new Color(0x0f0d18), 0.35),
                        x + 44,
                        y - 8,
                        x + 120,
                        y - 46,
                        x + 250,
                        y + 220,
                        x + 150,
                        y + 190);
            }
        });
        double[][] runners = {{300, 838}, {600, 715}, {850, 585}, {960, 520}, {1200, 420}, {1420, 300}};
        Color[] shirts = {RED, WHITE, RED, AMBER, TEAL, WHITE};
        for (int i = 0; i < runners.length; i++) {
            final Color shirt = shirts[i];
            s.at(runners[i][0], runners[i][1], 0.98 - i * 0.09, -14, () -> climber(s, shirt));
        }
        s.curve(new Color(0x2a2230), 18, 140, 880, 150, 800, 122, 720, 150, 640, 214, 588);
        s.curve(new Color(0x2a2230), 10, 124, 730, 176, 690, 236, 690);
        for (int i = 0; i < 26; i++) {
            double t = s.between(0, 1);
            s.ellipse(
                    new Color(0x2a2230),
                    130 + t * 150 + s.between(-20, 20),
                    640 - t * 50 + s.between(-26, 40),
                    s.between(24, 46),
                    s.between(9, 18));
        }
        s.line(RED, 7, 138, 800, 160, 800);
        for (int i = 0; i < 3; i++) {
            Scenery.bird(s, 560 + i * 120, 250 + i % 2 * 60, 26, new Color(0x4b343b));
        }
    }

    private static void climber(Sketch s, Color shirt) {
        Color body = new Color(0x17141f);
        s.line(body, 13, 0, -58, 28, -36);
        s.line(body, 12, 28, -36, 20, 0);
        s.line(body, 13, 0, -58, -18, -30);
        s.line(body, 12, -18, -30, -46, -24);
        s.line(shirt, 24, 2, -66, 14, -100);
        s.line(body, 9, 14, -100, 36, -80);
        s.line(body, 9, 36, -80, 52, -98);
        s.line(body, 9, 12, -98, -14, -82);
        s.circle(body, 22, -128, 14);
    }

    static void bees(Sketch s) {
        s.sky(new Color(0x9dbcc6), new Color(0xcdd9cf), new Color(0xf0e5cf));
        for (int i = 0; i < 16; i++) {
            s.glow(s.oneOf(WHITE, BLUSH, LEAF), 0.35, s.between(0, 1600), s.between(0, 1000), s.between(60, 170));
        }
        s.curve(UMBER, 34, -30, 830, 330, 700, 640, 640, 980, 480, 1300, 430, 1640, 280);
        s.curve(BROWN, 20, -30, 822, 330, 692, 640, 632, 980, 472, 1300, 424, 1640, 276);
        s.curve(BROWN, 16, 540, 655, 640, 500, 700, 330, 800, 190);
        s.curve(BROWN, 14, 1040, 462, 1160, 560, 1240, 720);
        s.curve(BROWN, 12, 300, 708, 330, 560, 290, 440);
        double[][] at = {
            {800, 190, 92},
            {690, 365, 80},
            {610, 560, 100},
            {960, 470, 122},
            {1250, 730, 112},
            {1140, 548, 84},
            {290, 440, 88},
            {340, 650, 82},
            {1330, 410, 104},
            {1520, 318, 90},
            {90, 760, 96},
            {800, 590, 76}
        };
        for (double[] b : at) {
            s.at(b[0], b[1], b[2] / 100, s.between(0, 72), () -> blossom(s));
        }
        for (int i = 0; i < 12; i++) {
            s.ball(
                    new Color(0xe9c3b4),
                    new Color(0xb36a66),
                    s.between(60, 1500),
                    700 - s.between(0, 1) * 330,
                    s.between(10, 17));
        }
        s.at(505, 300, 1.5, 14, () -> bee(s));
        s.at(1090, 270, 1.15, -18, () -> bee(s));
        s.at(930, 780, 0.95, 10, () -> bee(s));
        s.at(1440, 600, 0.7, -30, () -> bee(s));
        for (int i = 0; i < 15; i++) {
            s.circle(alpha(UMBER, 0.4), 150 + i * 21, 250 + Math.sin(i * 0.55) * 44, 3);
        }
    }

    private static void blossom(Sketch s) {
        for (int i = 0; i < 5; i++) {
            s.at(0, 0, 1, i * 72, () -> {
                s.fill(
                        new Color(0xf8ece6),
                        Sketch.blobOf(0, 0, -44, -46, -46, -98, -8, -112, 4, -100, 16, -112, 48, -94, 42, -44, 0, 0));
                s.fill(alpha(new Color(0xd98f8c), 0.55), Sketch.blobOf(0, 0, -18, -34, -6, -62, 8, -62, 18, -34, 0, 0));
            });
        }
        for (int i = 0; i < 11; i++) {
            double a = i * Math.PI * 2 / 11;
            s.line(new Color(0xd9a08c), 2.5, 0, 0, Math.cos(a) * 38, Math.sin(a) * 38);
            s.circle(OCHRE, Math.cos(a) * 40, Math.sin(a) * 40, 5.5);
        }
        s.circle(new Color(0x9c3f3f), 0, 0, 12);
    }

    private static void bee(Sketch s) {
        s.at(6, -30, 1, -30, () -> s.ellipse(alpha(WHITE, 0.75), 0, -34, 22, 50));
        s.at(-14, -28, 1, -58, () -> s.ellipse(alpha(WHITE, 0.6), 0, -30, 17, 42));
        s.ellipse(AMBER, -26, 4, 56, 34);
        for (int i = 0; i < 3; i++) {
            s.curve(UMBER, 11, -12 - i * 21, -27 + i * 5, -5 - i * 21, 4, -12 - i * 21, 34 - i * 5);
        }
        s.circle(new Color(0xb9833a), 30, -2, 29);
        s.circle(UMBER, 60, 2, 21);
        s.curve(UMBER, 4, 72, -12, 88, -26, 100, -26);
        s.curve(UMBER, 4, 68, -16, 78, -34, 90, -40);
        for (int i = 0; i < 3; i++) {
            s.curve(UMBER, 5, 34 - i * 18, 24, 40 - i * 18, 44, 30 - i * 18, 56);
        }
    }

    static void isobars(Sketch s) {
        s.sky(new Color(0xf3ecdd), new Color(0xe9dfca));
        s.fill(
                new Color(0xdfd0ae),
                Sketch.blobOf(
                        -20, 620, 200, 560, 420, 600, 600, 520, 830, 560, 1010, 700, 1300, 690, 1620, 800, 1620, 1010,
                        -20, 1010));
        s.fill(
                new Color(0xdfd0ae),
                Sketch.blobOf(820, -20, 900, 120, 1060, 180, 1260, 140, 1420, 240, 1620, 210, 1620, -20));
        s.fill(
                alpha(SKY, 0.35),
                Sketch.blobOf(
                        -20, -20, 820, -20, 900, 120, 1060, 180, 1260, 140, 1420, 240, 1620, 210, 1620, 800, 1300, 690,
                        1010, 700, 830, 560, 600, 520, 420, 600, 200, 560, -20, 620));
        for (int i = 1; i < 12; i++) {
            s.line(alpha(BLUE, 0.16), 2, i * 140, 0, i * 140 - 70, 1000);
            s.line(alpha(BLUE, 0.16), 2, 0, i * 100, 1600, i * 100 - 40);
        }
        for (int level = -9; level <= 10; level++) {
            contour(s, level * 0.16, level % 4 == 0 ? 4.5 : 2.2, level > 0 ? new Color(0x7a5b3a) : new Color(0x35597c));
        }
        double[] cold = {505, 430, 640, 500, 760, 600, 830, 730, 850, 880};
        double[] warm = {505, 430, 690, 400, 880, 420, 1060, 500};
        s.curve(new Color(0x2b5c8f), 9, cold);
        s.curve(RED, 9, warm);
        double[][] teeth = {
            {570, 462, 28},
            {640, 500, 34},
            {706, 550, 44},
            {764, 605, 55},
            {806, 668, 68},
            {834, 745, 80},
            {848, 820, 88}
        };
        for (double[] t : teeth) {
            s.at(t[0], t[1], 1, t[2], () -> s.polygon(new Color(0x2b5c8f), -21, 0, 21, 0, 0, -36));
        }
        double[][] bumps = {
            {590, 412, -12}, {680, 401, -4}, {770, 402, 3}, {860, 416, 10}, {950, 442, 20}, {1020, 476, 30}
        };
        for (double[] b : bumps) {
            s.at(
                    b[0],
                    b[1],
                    1,
                    b[2],
                    () -> s.fill(
                            RED, new java.awt.geom.Arc2D.Double(-21, -21, 42, 42, 0, 180, java.awt.geom.Arc2D.CHORD)));
        }
        pressure(s, 505, 430, new Color(0x2b5c8f));
        pressure(s, 1180, 560, RED);
        s.line(new Color(0xd29b3c), 22, 1290, 960, 1570, 720);
        s.polygon(new Color(0xe9cfa0), 1262, 985, 1282, 952, 1304, 975);
        s.polygon(INK, 1262, 985, 1271, 971, 1280, 980);
        s.line(ROSE, 24, 1556, 732, 1572, 718);
    }

    private static void pressure(Sketch s, double x, double y, Color colour) {
        s.circle(PAPER, x, y, 38);
        s.ring(colour, 7, x, y, 36);
        s.circle(colour, x, y, 12);
    }

    private static double field(double x, double y) {
        return 1.9 * bump(x, y, 1180, 560, 420)
                - 1.7 * bump(x, y, 505, 430, 300)
                - 0.9 * bump(x, y, 1350, 60, 300)
                + 0.8 * bump(x, y, 200, 930, 340)
                + 0.12 * Math.sin(x / 190) * Math.cos(y / 150);
    }

    private static double bump(double x, double y, double cx, double cy, double spread) {
        double dx = (x - cx) / spread;
        double dy = (y - cy) / (spread * 0.8);
        return Math.exp(-(dx * dx + dy * dy));
    }

    /** The line where the field has this value (marching squares on a grid of 10 pixels). */
    private static void contour(Sketch s, double level, double thick, Color colour) {
        double g = 10;
        for (double y = 0; y < 1000; y += g) {
            for (double x = 0; x < 1600; x += g) {
                double[] v = {
                    field(x, y) - level, field(x + g, y) - level, field(x + g, y + g) - level, field(x, y + g) - level
                };
                double[][] corner = {{x, y}, {x + g, y}, {x + g, y + g}, {x, y + g}};
                double[] cut = new double[8];
                int n = 0;
                for (int i = 0; i < 4 && n < 4; i++) {
                    int j = (i + 1) % 4;
                    if (v[i] < 0 != v[j] < 0) {
                        double t = v[i] / (v[i] - v[j]);
                        cut[2 * n] = corner[i][0] + t * (corner[j][0] - corner[i][0]);
                        cut[2 * n + 1] = corner[i][1] + t * (corner[j][1] - corner[i][1]);
                        n++;
                    }
                }
                if (n >= 2) {
                    s.line(alpha(colour, 0.8), thick, cut[0], cut[1], cut[2], cut[3]);
                }
            }
        }
    }

    static void aquifer(Sketch s) {
        s.sky(new Color(0x9fc0cf), new Color(0xdfe5da), new Color(0xf4e8cf));
        Scenery.peak(s, 240, 400, 620, 250, new Color(0xc2c9c6), new Color(0x93a9b0), 0.4);
        for (int i = 0; i < 4; i++) {
            s.ellipse(alpha(WHITE, 0.85), 260 + i * 70, 110 + i % 2 * 18, 90, 32);
        }
        for (int i = 0; i < 46; i++) {
            double x = s.between(160, 560);
            double y = s.between(150, 300);
            s.line(alpha(BLUE, 0.5), 3, x, y, x - 9, y + 28);
        }
        layer(s, new Color(0x8f9a56), new Color(0x7a7f45), 360, 345, 395, 420, 430, 440);
        layer(s, new Color(0x9b7148), new Color(0x84593a), 400, 385, 430, 455, 462, 474);
        layer(s, new Color(0xc79f68), new Color(0xb98c56), 500, 490, 520, 545, 552, 560);
        layer(s, new Color(0x6f9fb8), new Color(0x3f7190), 640, 640, 655, 668, 690, 655);
        layer(s, new Color(0x6b5448), new Color(0x57433b), 850, 840, 860, 865, 850, 840);
        layer(s, new Color(0x463831), new Color(0x2e2622), 930, 925, 940, 930, 935, 925);
        for (int i = 0; i < 520; i++) {
            double x = s.between(0, 1600);
            double y = s.between(560, 830);
            s.ellipse(
                    alpha(y > 665 ? new Color(0xd7e6ea) : new Color(0x8b6238), 0.4),
                    x,
                    y,
                    s.between(4, 15),
                    s.between(3, 9));
        }
        for (int i = 0; i < 30; i++) {
            s.line(
                    alpha(UMBER, 0.3),
                    3,
                    s.between(0, 1600),
                    s.between(870, 920),
                    s.between(0, 1600),
                    s.between(870, 920));
        }
        for (int i = 0; i < 7; i++) {
            double x = 330 + i * 62;
            s.line(alpha(new Color(0x2f6f92), 0.8), 5, x, 440 + i * 5, x, 600);
            s.polygon(alpha(new Color(0x2f6f92), 0.8), x - 12, 596, x + 12, 596, x, 622);
        }
        s.rect(new Color(0xe9dcc0), 800, 430, 54, 330);
        s.rect(new Color(0x3f7190), 808, 690, 38, 70);
        s.rect(CLAY, 786, 408, 82, 34);
        s.line(BROWN, 10, 792, 410, 827, 320);
        s.line(BROWN, 10, 862, 410, 827, 320);
        s.ring(UMBER, 6, 827, 345, 17);
        s.line(UMBER, 4, 827, 362, 827, 650);
        s.round(RED, 813, 640, 28, 36, 5);
        s.line(alpha(WHITE, 0.85), 4, 0, 628, 1600, 655);
        s.polygon(new Color(0x2e2622), 960, 690, 1600, 575, 1600, 605, 980, 716);
        for (int i = 0; i < 5; i++) {
            double x = 1150 + i * 96;
            s.polygon(new Color(0x2e2622), x, 448, x + 20, 448, x + 20, 664 - i * 17, x, 664 - i * 17);
            s.ellipse(CLAY, x + 10, 448, 28, 10);
        }
        for (int i = 0; i < 9; i++) {
            Scenery.tree(
                    s,
                    i < 3 ? 560 + i * 84 : 1110 + (i - 3) * 90,
                    440,
                    s.between(90, 130),
                    s.oneOf(GREEN, OLIVE),
                    BROWN);
        }
        Scenery.person(s, 915, 446, 92, DEEP, UMBER);
    }

    private static void layer(Sketch s, Color top, Color bottom, double... y) {
        double[] xy = new double[y.length * 2];
        for (int i = 0; i < y.length; i++) {
            xy[2 * i] = -20 + i * 1640.0 / (y.length - 1);
            xy[2 * i + 1] = y[i];
        }
        Path2D path = Sketch.curveOf(xy);
        path.lineTo(1620, 1010);
        path.lineTo(-20, 1010);
        path.closePath();
        s.shade(top, bottom, path);
    }
}
