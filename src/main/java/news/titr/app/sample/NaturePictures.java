package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Sky, mountain, river and field. */
final class NaturePictures {
    private NaturePictures() {}

    private static void stars(Sketch s, int count, double bottom) {
        for (int i = 0; i < count; i++) {
            double size = Math.pow(s.between(0, 1), 5) * 2.6 + 0.7;
            s.circle(
                    alpha(s.oneOf(WHITE, WHITE, CREAM, SKY), s.between(0.35, 1)),
                    s.between(0, 1600),
                    s.between(0, bottom),
                    size);
        }
    }

    static void telescope(Sketch s) {
        s.sky(new Color(0x0b1430), new Color(0x16264a), new Color(0x35486f), new Color(0x8a7483));
        for (int i = 0; i < 60; i++) {
            double t = s.between(0, 1);
            double x = 80 + t * 1250;
            s.glow(
                    s.oneOf(new Color(0xa9b7d8), new Color(0xc9b8c9), new Color(0x7f95c2)),
                    s.between(0.05, 0.13),
                    x,
                    720 - t * 760 + s.between(-60, 60),
                    s.between(90, 220));
        }
        for (int i = 0; i < 2600; i++) {
            double t = s.between(-0.1, 1.1);
            double off = (s.between(-1, 1) + s.between(-1, 1) + s.between(-1, 1)) * 95;
            s.circle(
                    alpha(WHITE, s.between(0.15, 0.75)),
                    80 + t * 1250 + off * 0.5,
                    720 - t * 760 + off,
                    s.between(0.5, 1.5));
        }
        stars(s, 420, 760);
        Scenery.ridge(s, 780, 26, 70, new Color(0x3a456a), new Color(0x2a3355));
        Scenery.ridge(s, 860, 22, 80, new Color(0x1d2745), new Color(0x141b33));
        s.fill(
                new Color(0x0c1226),
                Sketch.blobOf(-20, 1010, -20, 960, 420, 930, 800, 880, 1200, 850, 1620, 900, 1620, 1010));
        s.shadeAcross(new Color(0xd8d2cb), new Color(0x5d6480), Sketch.rectAt(900, 640, 420, 240));
        for (int i = 1; i < 7; i++) {
            s.line(alpha(INK, 0.14), 3, 900 + i * 60, 650, 900 + i * 60, 880);
        }
        Path2D dome = new Path2D.Double();
        dome.moveTo(880, 645);
        dome.curveTo(880, 320, 1340, 320, 1340, 645);
        dome.closePath();
        s.shadeAcross(new Color(0xf2ede3), new Color(0x646c8a), dome);
        for (int i = 0; i < 5; i++) {
            s.curve(alpha(INK, 0.13), 3, 940 + i * 90, 640, 1005 + i * 55, 500, 1110, 402);
        }
        s.within(dome, () -> {
            s.fill(new Color(0x0d1530), Sketch.polygonOf(1000, 645, 930, 300, 1080, 300, 1120, 645));
            s.glow(new Color(0xd0573c), 0.55, 1058, 620, 150);
        });
        s.at(1060, 590, 1, -20, () -> {
            s.round(new Color(0xe9e2d6), -36, -260, 72, 300, 8);
            s.round(new Color(0x8a8fa6), 8, -260, 28, 300, 8);
            s.round(RED, -42, -250, 84, 18, 4);
            s.round(new Color(0x3d4768), -48, 20, 96, 60, 10);
        });
        s.round(new Color(0xc9c2ba), 868, 636, 486, 24, 8);
        s.glow(AMBER, 0.55, 985, 830, 130);
        s.fill(new Color(0xf3cd83), Sketch.archAt(958, 880, 56, 104));
        Scenery.person(s, 1420, 880, 88, new Color(0x0a0f20), new Color(0x0a0f20));
        Scenery.person(s, 1460, 884, 80, new Color(0x0a0f20), new Color(0x0a0f20));
    }

    static void starTrails(Sketch s) {
        s.sky(new Color(0x0a1128), new Color(0x15234a), new Color(0x2f4570), new Color(0x8d7f8d));
        for (int i = 0; i < 330; i++) {
            double r = Math.pow(s.between(0, 1), 0.6) * 1250;
            double from = s.between(0, 360);
            Color trail = s.oneOf(WHITE, WHITE, CREAM, SKY, AMBER, BLUSH);
            s.arc(alpha(trail, s.between(0.12, 0.8)), s.between(1, 3.2), 690, 400, r, from, s.between(38, 52));
        }
        s.circle(WHITE, 690, 400, 5);
        s.glow(WHITE, 0.5, 690, 400, 40);
        Scenery.peak(s, 690, 1000, 1500, 300, new Color(0x4c5c83), new Color(0x2b3760), 0.3);
        Scenery.ridge(s, 900, 26, 60, new Color(0x171f3d), new Color(0x0c1228));
        s.fill(new Color(0x0a0f22), Sketch.polygonOf(1080, 910, 1080, 850, 1180, 850, 1180, 910));
        Scenery.dome(s, 1130, 852, 52, new Color(0x3c466c), new Color(0x1a2243));
        s.glow(new Color(0xd0573c), 0.8, 1096, 890, 50);
        s.rect(new Color(0xe8916c), 1090, 880, 12, 22);
    }

    static void snowPeaks(Sketch s) {
        s.sky(new Color(0x5f8fb4), new Color(0xa9c8d4), new Color(0xf3d9bd), new Color(0xf2c9a5));
        s.glow(WHITE, 0.8, 300, 420, 380);
        Scenery.peak(s, 180, 800, 900, 380, new Color(0xcfd3d8), new Color(0x9db2c2), 0.5);
        Scenery.peak(s, 1480, 800, 900, 420, new Color(0xcfd3d8), new Color(0x96adbf), 0.5);
        Scenery.peak(s, 1180, 850, 1000, 520, new Color(0xc2c9d0), new Color(0x7f9cb4), 0.62);
        Scenery.peak(s, 690, 900, 1400, 760, new Color(0xb9bdc4), new Color(0x5f7f9c), 0.7);
        s.polygon(alpha(BLUSH, 0.55), 690, 140, 548, 305, 380, 445, 560, 420, 660, 330);
        s.shade(alpha(new Color(0xeef0ec), 0), new Color(0xdde3e1), Sketch.rectAt(0, 600, 1600, 190));
        s.rect(new Color(0xdde3e1), 0, 790, 1600, 120);
        Scenery.hills(s, 800, 34, 2.6, 1, new Color(0x9fb0b4), new Color(0x6f8a90));
        for (int i = 0; i < 80; i++) {
            double x = s.between(-10, 1610);
            double y = s.between(850, 960);
            Scenery.cypress(s, x, y, 60 + (y - 850) * 0.7, mix(PINE, MIST, 0.55 - (y - 850) / 300));
        }
        s.fill(
                new Color(0xf6f4ee),
                Sketch.blobOf(-20, 1010, -20, 945, 350, 915, 720, 950, 1100, 925, 1620, 965, 1620, 1010));
        s.fill(alpha(SKY, 0.4), Sketch.blobOf(300, 1010, 700, 960, 1100, 945, 1620, 990, 1620, 1010));
        s.polygon(RED, 1118, 930, 1168, 886, 1218, 930);
        s.polygon(new Color(0x6c1414), 1168, 886, 1218, 930, 1168, 930);
        s.rect(BROWN, 1128, 928, 80, 34);
        s.rect(AMBER, 1158, 936, 16, 26);
        for (int i = 0; i < 4; i++) {
            Scenery.bird(s, 980 + i * 46, 230 + s.between(-20, 30), 15, INK);
        }
    }

    static void lenticular(Sketch s) {
        s.sky(new Color(0x33507d), new Color(0x8b7e9b), new Color(0xe09a77), new Color(0xf4c985));
        s.glow(new Color(0xfdeac0), 0.8, 360, 720, 460);
        for (int i = 0; i < 3; i++) {
            lens(s, 900 + i * 36, 390 - i * 128, 500 - i * 90, 76 - i * 9);
        }
        lens(s, 250, 250, 170, 24);
        lens(s, 1480, 330, 150, 20);
        Scenery.peak(s, 300, 900, 900, 250, new Color(0x9a7a86), new Color(0x6b5f7c), 0.3);
        Scenery.peak(s, 1420, 900, 800, 280, new Color(0x9a7a86), new Color(0x6b5f7c), 0.3);
        Scenery.peak(s, 900, 920, 1150, 430, new Color(0xa8838a), new Color(0x524c6e), 0.55);
        Scenery.hills(s, 860, 24, 2.3, 0.5, new Color(0x4b4560), new Color(0x2a2b43));
        Scenery.hills(s, 930, 16, 3.1, 2, new Color(0x26263d), new Color(0x171a2c));
        for (int i = 0; i < 22; i++) {
            Scenery.cypress(s, s.between(0, 1600), s.between(930, 975), s.between(44, 80), new Color(0x15182a));
        }
        for (int i = 0; i < 5; i++) {
            s.glow(AMBER, 0.9, 1120 + i * 44, 946 + (i % 2) * 12, 18);
        }
    }

    private static void lens(Sketch s, double x, double y, double rx, double ry) {
        for (int k = 0; k < 7; k++) {
            double share = k / 7.0;
            Color layer = mix(
                    mix(new Color(0x6b6a8f), new Color(0xf7dcb4), share),
                    new Color(0xf09d73),
                    share * (1 - share) * 2.2);
            s.fill(
                    alpha(layer, 0.92),
                    Sketch.blobOf(
                            x - rx * (1 - share * 0.16),
                            y - share * ry * 0.8,
                            x - rx * 0.5,
                            y - ry * (0.35 + share * 0.9),
                            x,
                            y - ry * (0.5 + share),
                            x + rx * 0.5,
                            y - ry * (0.35 + share * 0.9),
                            x + rx * (1 - share * 0.16),
                            y - share * ry * 0.8,
                            x + rx * 0.5,
                            y + ry * (0.42 - share),
                            x,
                            y + ry * (0.5 - share),
                            x - rx * 0.5,
                            y + ry * (0.42 - share),
                            x - rx * (1 - share * 0.16),
                            y - share * ry * 0.8));
        }
    }

    static void wheatField(Sketch s) {
        s.sky(new Color(0x7ea9c4), new Color(0xc3d8d8), new Color(0xf6e7c2));
        s.circle(new Color(0xfbf0d0), 1180, 250, 74);
        s.glow(WHITE, 0.7, 1180, 250, 300);
        for (int i = 0; i < 3; i++) {
            s.ellipse(alpha(WHITE, 0.8), 280 + i * 170, 190 + (i % 2) * 24, 150, 26);
        }
        Scenery.hills(s, 480, 40, 2.2, 0.2, new Color(0x9db3ae), new Color(0xb7bd98));
        Scenery.hills(s, 530, 30, 3, 1.7, new Color(0x9aa06b), new Color(0xb8a95f));
        s.shade(new Color(0xe0b75c), new Color(0xa8742c), Sketch.rectAt(0, 575, 1600, 430));
        for (int i = -26; i <= 26; i++) {
            double far = 860 + i * 34;
            double near = 860 + i * 190;
            s.polygon(
                    alpha(i % 2 == 0 ? new Color(0xf1cf7c) : new Color(0x8f5f22), 0.32),
                    far,
                    576,
                    far + 9,
                    576,
                    near + 75,
                    1000,
                    near,
                    1000);
        }
        s.fill(
                new Color(0xcfae7a),
                Sketch.blobOf(842, 576, 900, 660, 790, 760, 760, 1010, 1100, 1010, 960, 800, 985, 680, 866, 576));
        Scenery.tree(s, 420, 600, 210, GREEN, BROWN);
        Scenery.tree(s, 1360, 590, 120, OLIVE, BROWN);
        Scenery.tree(s, 1420, 592, 95, OLIVE, BROWN);
        Scenery.person(s, 906, 690, 88, RED, UMBER);
        for (int i = 0; i < 64; i++) {
            double x = s.between(-20, 1620);
            if (x > 700 && x < 1120) {
                continue;
            }
            double h = s.between(180, 330);
            ear(s, x, 1020, h, s.between(-16, 16));
        }
    }

    private static void ear(Sketch s, double x, double base, double h, double lean) {
        Color stalk = new Color(0xb88a3c);
        s.at(x, base, 1, lean, () -> {
            s.line(stalk, 5, 0, 0, 0, -h);
            for (int k = 0; k < 6; k++) {
                for (int side = -1; side <= 1; side += 2) {
                    final int turn = side;
                    s.at(side * 7, -h - k * 17, 1, side * 24, () -> {
                        s.line(alpha(new Color(0xf0d18a), 0.9), 1.6, 0, 0, turn * 7, -46);
                        s.ellipse(turn < 0 ? new Color(0xf0cc7e) : new Color(0xcf9a45), 0, 0, 6.5, 13);
                    });
                }
            }
            s.ellipse(new Color(0xe6bb66), 0, -h - 104, 6, 13);
        });
    }

    static void wetlandTurtle(Sketch s) {
        s.sky(new Color(0xf0c797), new Color(0xf5dfb8), new Color(0xbfd0c5), new Color(0x6f9a98), new Color(0x2f6668));
        s.circle(new Color(0xfaf0d6), 1120, 210, 78);
        s.glow(WHITE, 0.7, 1120, 210, 280);
        Scenery.hills(s, 385, 16, 2.4, 0.6, new Color(0xb5a78e), new Color(0xb5b39b));
        s.shade(new Color(0xd8d3b4), new Color(0x2d5f63), Sketch.rectAt(0, 430, 1600, 580));
        s.glow(new Color(0xfdf3d8), 0.65, 1120, 520, 210);
        Scenery.glints(s, 440, 990, 130, WHITE);
        Scenery.glints(s, 520, 990, 80, new Color(0x1f4a50));
        for (int i = 0; i < 90; i++) {
            double x = s.between(0, 1600);
            reed(s, x, 452, s.between(26, 70), mix(OLIVE, SAND, 0.4), 3);
        }
        for (int i = 0; i < 6; i++) {
            Scenery.bird(s, 420 + i * 62 + s.between(-14, 14), 190 + Math.abs(i - 2.5) * 26, 24, new Color(0x4c4a48));
        }
        s.fill(
                alpha(new Color(0x173d42), 0.5),
                Sketch.blobOf(340, 810, 800, 790, 1240, 815, 1200, 850, 800, 862, 400, 850, 340, 810));
        s.shade(
                new Color(0x7a5a42),
                new Color(0x43302a),
                Sketch.blobOf(
                        330, 790, 480, 742, 840, 735, 1180, 760, 1270, 800, 1100, 830, 760, 838, 420, 826, 330, 790));
        for (int i = 0; i < 5; i++) {
            s.curve(alpha(UMBER, 0.5), 4, 420 + i * 130, 775 + i % 2 * 16, 520 + i * 130, 768, 600 + i * 130, 780);
        }
        s.fill(
                new Color(0x55623f),
                Sketch.blobOf(990, 700, 1060, 640, 1140, 600, 1190, 618, 1184, 664, 1110, 690, 1030, 742, 990, 742));
        s.circle(INK, 1152, 634, 9);
        s.line(new Color(0x2f3a2a), 4, 1150, 664, 1186, 656);
        for (double leg : new double[] {640, 940}) {
            s.fill(
                    new Color(0x4b5838),
                    Sketch.blobOf(leg, 700, leg - 40, 765, leg + 20, 788, leg + 80, 775, leg + 90, 700));
        }
        s.polygon(new Color(0x4b5838), 570, 730, 500, 766, 600, 752);
        Path2D shell = Sketch.blobOf(560, 742, 600, 620, 720, 530, 850, 530, 970, 600, 1040, 735, 800, 765, 560, 742);
        s.shade(new Color(0x9a8a45), new Color(0x4d4a2c), shell);
        s.within(shell, () -> {
            for (int i = 0; i < 4; i++) {
                double x = 640 + i * 108;
                s.stroke(
                        new Color(0x3b3a24),
                        7,
                        Sketch.polygonOf(x, 560, x + 60, 545, x + 108, 575, x + 96, 660, x + 36, 672, x - 10, 640));
                s.fill(
                        alpha(AMBER, 0.25),
                        Sketch.polygonOf(x + 14, 575, x + 58, 562, x + 90, 585, x + 80, 640, x + 38, 650, x + 6, 628));
            }
        });
        s.curve(new Color(0x3b3a24), 10, 566, 736, 800, 756, 1036, 730);
        for (double foot : new double[] {640, 915}) {
            s.fill(
                    new Color(0x55623f),
                    Sketch.blobOf(foot, 738, foot - 26, 782, foot + 10, 800, foot + 66, 792, foot + 84, 742));
        }
        s.round(RED, 745, 556, 52, 30, 6);
        s.round(alpha(WHITE, 0.7), 753, 564, 36, 5, 2);
        for (int i = 0; i < 46; i++) {
            double x = i < 26 ? s.between(-10, 330) : s.between(1290, 1610);
            reed(s, x, 1010, s.between(300, 640), s.oneOf(PINE, GREEN, new Color(0x27433a)), s.between(6, 12));
        }
    }

    private static void reed(Sketch s, double x, double base, double h, Color colour, double thick) {
        double lean = s.between(-0.16, 0.16) * h;
        s.curve(colour, thick * 0.6, x, base, x + lean * 0.3, base - h * 0.6, x + lean, base - h);
        if (thick > 5 && s.oneIn(2)) {
            s.at(
                    x + lean,
                    base - h,
                    1,
                    lean / h * 60,
                    () -> s.round(BROWN, -thick * 0.75, -10, thick * 1.5, 84, thick * 0.75));
        }
    }

    static void riverBend(Sketch s) {
        s.sky(new Color(0x86abc4), new Color(0xcbdad6), new Color(0xf5e6c8));
        Scenery.peak(s, 420, 520, 800, 290, new Color(0xbac6cb), new Color(0x8aa4b6), 0.42);
        Scenery.peak(s, 1260, 520, 760, 260, new Color(0xbac6cb), new Color(0x8aa4b6), 0.4);
        Scenery.peak(s, 830, 530, 980, 400, new Color(0xb5c1c8), new Color(0x7893a9), 0.5);
        s.shade(alpha(PAPER, 0), alpha(PAPER, 0.9), Sketch.rectAt(0, 370, 1600, 170));
        Scenery.hills(s, 502, 18, 3.3, 0.2, new Color(0xa9b08a), new Color(0xb2b07a));
        s.shade(new Color(0xbcb67c), new Color(0x6f7d4b), Sketch.rectAt(0, 540, 1600, 470));
        for (int i = 0; i < 64; i++) {
            double d = s.between(0, 1);
            double y = 560 + d * 420;
            double w = 60 + d * 240;
            double x = s.between(-100, 1650);
            Color field = s.oneOf(new Color(0xd7bf6f), OLIVE, LEAF, new Color(0xc9a657), GREEN, new Color(0x8d9458));
            s.polygon(
                    alpha(field, 0.75),
                    x,
                    y,
                    x + w,
                    y - 4,
                    x + w * 1.15,
                    y + 16 + d * 30,
                    x + w * 0.1,
                    y + 20 + d * 32);
        }
        double[][] spine = {
            {834, 528, 5},
            {800, 548, 10},
            {905, 574, 17},
            {985, 604, 26},
            {845, 646, 40},
            {560, 692, 58},
            {480, 752, 78},
            {700, 822, 104},
            {1010, 888, 136},
            {1120, 1010, 180}
        };
        double[] left = new double[spine.length * 2];
        double[] right = new double[spine.length * 2];
        for (int i = 0; i < spine.length; i++) {
            left[2 * i] = spine[i][0] - spine[i][2];
            right[2 * i] = spine[i][0] + spine[i][2];
            left[2 * i + 1] = spine[i][1];
            right[2 * i + 1] = spine[i][1];
        }
        s.fill(new Color(0xe2d3a9), ribbon(left, right, 16));
        s.shade(new Color(0xd3e0df), new Color(0x3f7188), ribbon(left, right, 0));
        s.within(ribbon(left, right, 0), () -> Scenery.glints(s, 560, 1000, 110, WHITE));
        for (int i = 0; i < 70; i++) {
            double d = s.between(0, 1);
            double y = 560 + d * 420;
            double x = s.between(0, 1600);
            if (Math.abs(x - 760) > 150 + d * 300) {
                Scenery.tree(s, x, y, 30 + d * 100, s.oneOf(GREEN, PINE, OLIVE, OCHRE), BROWN);
            }
        }
        Scenery.person(s, 360, 880, 92, RED, UMBER);
    }

    private static Path2D ribbon(double[] left, double[] right, double bank) {
        double[] a = left.clone();
        double[] b = new double[right.length];
        for (int i = 0; i < right.length; i += 2) {
            double grow = bank * i / right.length;
            a[i] -= grow;
            b[right.length - 2 - i] = right[i] + grow;
            b[right.length - 1 - i] = right[i + 1];
        }
        Path2D path = Sketch.curveOf(a);
        path.append(Sketch.curveOf(b), true);
        path.closePath();
        return path;
    }
}
