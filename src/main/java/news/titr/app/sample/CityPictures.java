package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;

/** The city: its bridge, bazaar, roofs and square. */
final class CityPictures {
    private CityPictures() {}

    static void bridgeAtDusk(Sketch s) {
        s.sky(
                new Color(0x223a60),
                new Color(0x4b5c86),
                new Color(0xa87585),
                new Color(0xe39f77),
                new Color(0xf6cf8e),
                new Color(0xf6cf8e),
                new Color(0xd59d78),
                new Color(0x2f4364));
        s.glow(new Color(0xfff0c4), 0.9, 1060, 392, 400);
        s.circle(new Color(0xfff6dc), 1060, 392, 70);
        Scenery.ridge(s, 432, 26, 64, new Color(0xb48387), new Color(0xe5b68b));
        Scenery.ridge(s, 508, 12, 46, new Color(0xb98078), new Color(0xf0c48d));
        Color town = new Color(0xa06e6c);
        for (double x = -20; x < 1600; x += s.between(30, 70)) {
            s.rect(town, x, 628 - s.between(8, 46), s.between(30, 70), 60);
        }
        for (int i = 0; i < 16; i++) {
            Scenery.cypress(s, s.between(0, 1600), 640, s.between(40, 74), new Color(0x85585f));
        }
        s.shade(new Color(0xf2c58d), new Color(0x2b4064), Sketch.rectAt(0, 634, 1600, 376));
        Scenery.glints(s, 640, 700, 60, WHITE);
        s.mirrored(700, 0.82, () -> bridge(s, new Color(0x7b5450), new Color(0x5b4350), true));
        s.shade(alpha(new Color(0xe2ab7f), 0.10), alpha(new Color(0x22365a), 0.88), Sketch.rectAt(0, 700, 1600, 310));
        for (int i = 0; i < 46; i++) {
            double y = 706 + i * 6;
            double w = s.between(14, 70) + i * 0.8;
            s.line(
                    alpha(new Color(0xfff0c4), 0.55 - i * 0.008),
                    3.4,
                    1060 - w + s.between(-20, 20),
                    y,
                    1060 + w + s.between(-20, 20),
                    y);
        }
        Scenery.glints(s, 706, 990, 120, new Color(0xf6d9a6));
        Scenery.glints(s, 706, 990, 80, new Color(0x22304d));
        bridge(s, new Color(0xb06d4b), new Color(0x64403c), false);
        for (double x = 34; x < 1600; ) {
            double h = s.between(46, 66);
            Scenery.person(
                    s, x, 482, h, s.oneOf(INK, new Color(0x3a2b35), UMBER, RED, DEEP, new Color(0x5d4a4c)), UMBER);
            x += s.oneIn(3) ? 26 : s.between(44, 130);
        }
        s.rect(new Color(0x8f573f), 0, 474, 1600, 28);
        s.rect(new Color(0xe0a070), 0, 469, 1600, 7);
        for (double x = 10; x < 1600; x += 44.5) {
            s.rect(alpha(UMBER, 0.28), x, 480, 26, 14);
        }
        for (int i = 0; i < 9; i++) {
            Scenery.bird(s, s.between(180, 720), s.between(130, 290), s.between(12, 22), new Color(0x2c3350));
        }
        s.blob(new Color(0x1a2439), -20, 1010, -20, 915, 130, 898, 260, 935, 380, 1010);
        for (int i = 0; i < 30; i++) {
            double x = s.between(-10, 240);
            s.curve(
                    new Color(0x1a2439),
                    5,
                    x,
                    960,
                    x + s.between(-10, 10),
                    880,
                    x + s.between(-30, 44),
                    s.between(750, 860));
        }
    }

    private static void bridge(Sketch s, Color light, Color dark, boolean plain) {
        Area body = new Area(Sketch.rectAt(-10, 480, 1620, 222));
        for (int i = 0; i < 9; i++) {
            body.subtract(new Area(Sketch.archAt(14 + i * 178, 704, 132, 164)));
            body.subtract(new Area(Sketch.archAt(160 + i * 178, 604, 26, 62)));
        }
        if (!plain) {
            for (int i = 0; i < 9; i++) {
                double x = 14 + i * 178;
                Area soffit = new Area(Sketch.archAt(x, 704, 132, 164));
                soffit.subtract(new Area(Sketch.archAt(x + 20, 716, 132, 164)));
                s.shade(new Color(0xd98f4e), new Color(0x4d3238), soffit);
                s.fill(new Color(0x5d3b3a), Sketch.archAt(160 + i * 178, 604, 26, 62));
            }
        }
        s.shade(light, dark, body);
        if (plain) {
            return;
        }
        for (double y = 512; y < 700; y += 13) {
            final double line = y;
            s.within(body, () -> s.line(alpha(UMBER, 0.13), 1.5, 0, line, 1600, line));
        }
        for (int i = 0; i < 9; i++) {
            double x = 14 + i * 178;
            Shape arch = Sketch.archAt(x, 704, 132, 164);
            Area ring = new Area(Sketch.archAt(x - 9, 704, 150, 176));
            ring.subtract(new Area(arch));
            s.fill(alpha(new Color(0xe2a878), 0.6), ring);
            s.glow(AMBER, 0.6, x + 66, 548, 74);
            s.polygon(mix(dark, INK, 0.25), x - 42, 704, x - 23, 660, x - 4, 704);
        }
    }

    static void bazaarArches(Sketch s) {
        s.sky(new Color(0xf6e3b4), new Color(0xf3d394));
        s.glow(WHITE, 0.9, 800, 560, 260);
        for (int i = 7; i >= 0; i--) {
            double scale = Math.pow(0.77, i);
            double w = 1360 * scale;
            double h = 1010 * scale;
            double base = 640 + 400 * scale;
            Color wall = mix(new Color(0x3a2620), new Color(0xecc07c), Math.pow(i / 7.5, 0.85));
            s.frame(wall, Sketch.archAt(800 - w / 2, base, w, h));
            Area rib = new Area(Sketch.archAt(800 - w / 2, base, w, h));
            rib.subtract(new Area(Sketch.archAt(800 - w / 2 + 26 * scale, base + 5, w - 52 * scale, h - 24 * scale)));
            s.fill(mix(wall, AMBER, 0.35), rib);
            if (i > 0 && i < 6) {
                for (int side = -1; side <= 1; side += 2) {
                    double x = 800 + side * w * 0.56;
                    s.fill(
                            mix(wall, INK, 0.35),
                            Sketch.archAt(x - 70 * scale, base - 30 * scale, 140 * scale, 420 * scale));
                    for (int k = 0; k < 5; k++) {
                        Color cloth = mix(s.oneOf(RED, TEAL, OCHRE, DEEP, ROSE), wall, i * 0.1);
                        s.rect(
                                cloth,
                                x - 52 * scale + k * 22 * scale,
                                base - 250 * scale,
                                17 * scale,
                                s.between(90, 190) * scale);
                    }
                    Scenery.lamp(s, x - side * 105 * scale, base - 540 * scale, 26 * scale);
                }
            }
        }
        s.shade(
                alpha(new Color(0xd9a566), 0.0),
                alpha(new Color(0x2c1c18), 0.75),
                Sketch.polygonOf(760, 650, 840, 650, 1700, 1010, -100, 1010));
        for (int i = 0; i < 5; i++) {
            double x = 560 + i * 130;
            s.shade(
                    alpha(WHITE, 0.42),
                    alpha(WHITE, 0.02),
                    Sketch.polygonOf(x, 40 + i * 40, x + 34, 40 + i * 40, x + 230, 900 - i * 30, x + 90, 900 - i * 30));
        }
        Scenery.person(s, 770, 690, 70, new Color(0x7a4a34), UMBER);
        Scenery.person(s, 838, 705, 84, new Color(0x5b4032), UMBER);
        Scenery.person(s, 640, 800, 170, new Color(0x40302f), UMBER);
        Scenery.person(s, 716, 806, 160, RED, UMBER);
        Scenery.person(s, 1010, 880, 250, new Color(0x221a1d), UMBER);
    }

    static void skyline(Sketch s) {
        s.sky(new Color(0x7fa6c2), new Color(0xb8d0d8), new Color(0xf0e6d2), new Color(0xf3e4c8));
        for (int i = 0; i < 3; i++) {
            s.ellipse(alpha(WHITE, 0.5), 300 + i * 480, 130 + i * 35, 210, 9);
            s.ellipse(alpha(WHITE, 0.35), 380 + i * 480, 150 + i * 35, 150, 7);
        }
        Scenery.peak(s, 240, 640, 760, 330, new Color(0xa9bcc9), new Color(0x7f9bb0), 0.35);
        Scenery.peak(s, 1390, 640, 820, 360, new Color(0xa9bcc9), new Color(0x7f9bb0), 0.38);
        Scenery.peak(s, 830, 650, 1060, 500, new Color(0xb6c6cf), new Color(0x6f8fa8), 0.46);
        s.shade(alpha(PAPER, 0), alpha(PAPER, 0.9), Sketch.rectAt(0, 460, 1600, 200));
        Color[] layer = {new Color(0xc5bdae), new Color(0xb09c86), new Color(0x8c6f5c), new Color(0x5a4742)};
        for (int row = 0; row < 4; row++) {
            double base = 720 + row * 95;
            s.rect(mix(layer[row], UMBER, 0.3), 0, base - 50, 1600, 120);
            for (double x = -30; x < 1600; ) {
                double w = s.between(70, 150);
                double h = s.between(60, 150) + (s.oneIn(9) && row < 2 ? 130 : 0);
                Scenery.house(
                        s,
                        x,
                        base,
                        w,
                        h,
                        mix(layer[row], CREAM, s.between(0, 0.25)),
                        mix(layer[row], INK, 0.45),
                        new Color(0xe7c27d));
                x += w + s.between(0, 26);
            }
            if (row == 1) {
                Scenery.dome(s, 520, 640, 74, TEAL, new Color(0x1f4a50));
                s.rect(new Color(0x9c8771), 452, 640, 136, 90);
                s.shadeAcross(new Color(0xb9a58b), new Color(0x8a735e), Sketch.rectAt(1084, 520, 64, 300));
                for (int slot = 0; slot < 4; slot++) {
                    s.rect(new Color(0x5a4742), 1091 + slot * 14, 536, 8, 62);
                }
                s.rect(new Color(0xcdb99c), 1078, 512, 76, 12);
            }
            for (int i = 0; i < 9; i++) {
                double x = s.between(0, 1600);
                if (s.oneIn(2)) {
                    Scenery.cypress(s, x, base + 10, s.between(70, 130), mix(PINE, layer[row], 0.35 - row * 0.1));
                } else {
                    Scenery.tree(s, x, base + 10, s.between(70, 110), mix(OLIVE, layer[row], 0.35 - row * 0.08), BROWN);
                }
            }
        }
        s.shade(new Color(0x3e3233), new Color(0x2a2226), Sketch.rectAt(0, 985, 1600, 20));
        for (int i = 0; i < 7; i++) {
            Scenery.bird(s, 950 + s.between(0, 330), 240 + s.between(0, 100), s.between(10, 17), INK);
        }
    }

    static void metroTrain(Sketch s) {
        s.sky(new Color(0xe8e0cf), new Color(0xd7cdb9), new Color(0xbcb2a1));
        for (int row = 0; row < 6; row++) {
            for (int col = 0; col < 22; col++) {
                s.rect(
                        mix(new Color(0xdfe4df), SKY, s.between(0, 0.35)),
                        col * 74 + (row % 2) * 37 - 40,
                        120 + row * 42,
                        70,
                        38);
            }
        }
        s.rect(RED, 0, 210, 1600, 34);
        s.shade(new Color(0x46464e), new Color(0x2b2d36), Sketch.rectAt(0, 0, 1600, 112));
        for (int i = 0; i < 6; i++) {
            s.glow(WHITE, 0.6, 150 + i * 270, 92, 190);
            s.round(WHITE, 70 + i * 270, 84, 160, 14, 7);
        }
        s.shade(
                new Color(0xf7f4ec),
                new Color(0xb9bdc1),
                Sketch.blobOf(-20, 320, 1220, 320, 1390, 345, 1470, 470, 1492, 640, 1480, 720, -20, 720, -20, 700));
        s.shade(RED, new Color(0x6d1212), Sketch.polygonOf(-20, 560, 1486, 560, 1492, 625, -20, 625));
        s.rect(alpha(INK, 0.6), -20, 720, 1480, 36);
        for (int i = 0; i < 4; i++) {
            double x = 20 + i * 330;
            s.round(new Color(0x22303f), x, 385, 170, 140, 16);
            s.shade(
                    alpha(new Color(0xf4d9a0), 0.95),
                    alpha(new Color(0xd9a866), 0.9),
                    Sketch.rectAt(x + 8, 393, 154, 124));
            for (int p = 0; p < 3; p++) {
                Color coat = s.oneOf(DEEP, TEAL, BROWN, INK, ROSE);
                s.blob(
                        coat,
                        x + 14 + p * 50,
                        517,
                        x + 18 + p * 50,
                        470,
                        x + 38 + p * 50,
                        456,
                        x + 58 + p * 50,
                        470,
                        x + 62 + p * 50,
                        517);
                s.circle(UMBER, x + 38 + p * 50, 440, 15);
            }
            s.round(new Color(0xd7d9d8), x + 190, 375, 112, 335, 8);
            s.line(alpha(INK, 0.45), 3, x + 246, 375, x + 246, 710);
            s.round(new Color(0x2b3a4a), x + 202, 392, 36, 130, 8);
            s.round(new Color(0x2b3a4a), x + 255, 392, 36, 130, 8);
        }
        s.fill(new Color(0x1d2a38), Sketch.blobOf(1350, 372, 1392, 376, 1440, 470, 1452, 540, 1350, 540));
        s.polygon(alpha(WHITE, 0.25), 1362, 380, 1386, 380, 1420, 535, 1378, 535);
        s.glow(WHITE, 0.9, 1474, 668, 130);
        s.ellipse(WHITE, 1470, 668, 13, 20);
        s.shade(new Color(0xa79c8b), new Color(0x6e6660), Sketch.rectAt(0, 770, 1600, 230));
        s.rect(OCHRE, 0, 770, 1600, 22);
        for (int i = 0; i < 46; i++) {
            s.circle(mix(OCHRE, UMBER, 0.3), 16 + i * 35, 781, 5);
        }
        s.shade(alpha(WHITE, 0.22), alpha(WHITE, 0), Sketch.rectAt(0, 792, 1600, 120));
        Scenery.walker(s, 250, 955, 330, DEEP);
        Scenery.walker(s, 380, 965, 310, RED);
        Scenery.walker(s, 1010, 948, 320, TEAL);
        Scenery.walker(s, 1300, 975, 345, BROWN);
        s.round(INK, 1368, 870, 70, 95, 8);
    }

    static void metroCat(Sketch s) {
        s.sky(new Color(0x2a313f), new Color(0x3d4654), new Color(0x59606a));
        for (int row = 0; row < 11; row++) {
            for (int col = 0; col < 17; col++) {
                s.rect(
                        mix(new Color(0x4f6f77), new Color(0x7b969a), s.between(0, 1)),
                        col * 100 + (row % 2) * 50 - 60,
                        20 + row * 50,
                        95,
                        45);
            }
        }
        s.rect(RED, 0, 220, 1600, 45);
        s.fill(new Color(0x11151e), Sketch.archAt(930, 700, 560, 640));
        s.glow(new Color(0xf6dfa6), 0.9, 1210, 450, 260);
        s.circle(WHITE, 1150, 470, 24);
        s.circle(WHITE, 1272, 470, 24);
        s.round(new Color(0x343e4d), 1105, 345, 212, 70, 14);
        s.shade(new Color(0x9a9083), new Color(0x5a554f), Sketch.rectAt(0, 690, 1600, 310));
        s.rect(OCHRE, 0, 690, 1600, 30);
        for (int i = 0; i < 42; i++) {
            s.circle(mix(OCHRE, UMBER, 0.35), 20 + i * 39, 705, 6.5);
        }
        s.shade(
                alpha(new Color(0xf6dfa6), 0.35),
                alpha(new Color(0xf6dfa6), 0),
                Sketch.polygonOf(1000, 720, 1420, 720, 1560, 1000, 760, 1000));
        s.ellipse(alpha(INK, 0.4), 590, 920, 250, 26);
        Color fur = new Color(0x6c7480);
        Color shadow = new Color(0x4a515d);
        s.curve(shadow, 40, 690, 895, 850, 910, 900, 840, 850, 780);
        s.fill(
                fur,
                Sketch.blobOf(
                        420, 920, 430, 760, 480, 620, 545, 520, 620, 520, 700, 640, 745, 790, 735, 890, 690, 925, 420,
                        925));
        s.fill(shadow, Sketch.blobOf(600, 925, 610, 820, 690, 760, 742, 810, 738, 890, 690, 925));
        s.round(fur, 452, 720, 56, 205, 26);
        s.round(mix(fur, WHITE, 0.12), 540, 720, 56, 205, 26);
        s.ellipse(WHITE, 480, 915, 36, 17);
        s.ellipse(WHITE, 570, 915, 36, 17);
        s.fill(
                fur,
                Sketch.blobOf(
                        440, 470, 428, 340, 480, 385, 580, 385, 634, 340, 622, 470, 600, 540, 530, 566, 462, 540, 440,
                        470));
        s.polygon(new Color(0xb98b86), 442, 372, 476, 398, 448, 420);
        s.polygon(new Color(0xb98b86), 620, 372, 586, 398, 614, 420);
        s.ellipse(AMBER, 490, 462, 22, 20);
        s.ellipse(AMBER, 572, 462, 22, 20);
        s.ellipse(INK, 494, 462, 7, 18);
        s.ellipse(INK, 576, 462, 7, 18);
        s.polygon(new Color(0xb98b86), 520, 498, 542, 498, 531, 511);
        s.fill(mix(fur, WHITE, 0.7), Sketch.blobOf(505, 575, 490, 640, 530, 720, 572, 640, 558, 575, 505, 575));
        for (int i = -1; i <= 1; i++) {
            s.line(alpha(WHITE, 0.7), 2.5, 515, 515 + i * 3, 400, 505 + i * 26);
            s.line(alpha(WHITE, 0.7), 2.5, 547, 515 + i * 3, 662, 505 + i * 26);
            s.line(shadow, 8, 531 + i * 22, 388, 531 + i * 18, 425);
        }
    }

    static void nightLamps(Sketch s) {
        s.sky(new Color(0x0e1626), new Color(0x1b2740), new Color(0x3a3440));
        s.glow(AMBER, 0.5, 800, 560, 420);
        for (int i = 6; i >= 0; i--) {
            double scale = Math.pow(0.76, i);
            double w = 1240 * scale;
            double base = 640 + 380 * scale;
            Color wall = mix(new Color(0x11141f), new Color(0x8d6641), Math.pow(i / 7.0, 1.1));
            s.frame(wall, Sketch.archAt(800 - w / 2, base, w, 1030 * scale));
            for (int side = -1; side <= 1; side += 2) {
                if (i < 6) {
                    Scenery.lamp(s, 800 + side * (w * 0.5 - 30 * scale), base - 570 * scale, 30 * scale);
                    double x = 800 + side * w * 0.575 - 80 * scale;
                    s.rect(mix(wall, SKY, 0.12), x, base - 400 * scale, 160 * scale, 360 * scale);
                    for (int k = 0; k < 9; k++) {
                        s.line(
                                mix(wall, INK, 0.5),
                                3 * scale,
                                x,
                                base - (390 - k * 40) * scale,
                                x + 160 * scale,
                                base - (390 - k * 40) * scale);
                    }
                }
            }
        }
        s.shade(
                alpha(AMBER, 0.32),
                alpha(new Color(0x0c0f18), 0.75),
                Sketch.polygonOf(770, 650, 830, 650, 1600, 1010, 0, 1010));
        for (int i = 0; i < 60; i++) {
            double d = s.between(0, 1);
            double y = 680 + d * 320;
            s.line(
                    alpha(AMBER, 0.2),
                    1 + d * 2,
                    800 + s.between(-1, 1) * (70 + d * 560),
                    y,
                    800 + s.between(-1, 1) * (70 + d * 560),
                    y);
        }
        s.polygon(alpha(INK, 0.55), 690, 905, 760, 905, 520, 1000, 330, 1000);
        Color man = new Color(0x0d1019);
        s.at(700, 905, 1.25, 0, () -> {
            s.line(man, 26, 15, -130, -12, 0);
            s.line(man, 26, 28, -130, 62, -4);
            s.fill(man, Sketch.blobOf(-14, -110, -22, -200, 10, -270, 52, -275, 66, -220, 62, -110, -14, -110));
            s.circle(man, 22, -306, 30);
            s.polygon(man, -20, -310, 56, -322, 40, -344, 2, -342);
            s.line(man, 20, 40, -250, 110, -175);
            s.line(man, 20, 12, -245, 76, -140);
            s.line(new Color(0x6d4d33), 9, 30, -260, 210, -26);
            for (int i = 0; i < 13; i++) {
                s.line(new Color(0x9a7444), 4, 200, -40, 190 + i * 9, 2);
            }
            s.polygon(VEST, -14, -190, 63, -195, 64, -170, -18, -165);
        });
        for (int i = 0; i < 14; i++) {
            s.at(
                    960 + s.between(-10, 230),
                    890 + s.between(-8, 34),
                    1,
                    s.between(0, 90),
                    () -> s.rect(s.oneOf(SAND, ROSE, CREAM), 0, 0, 26, 15));
        }
    }

    private static final Color VEST = new Color(0xd98338);

    static void rooftops(Sketch s) {
        s.sky(new Color(0xe9c7a0), new Color(0xf2dbb8), new Color(0xf6e9d2));
        s.glow(WHITE, 0.9, 1240, 210, 300);
        s.circle(WHITE, 1240, 210, 66);
        Scenery.ridge(s, 380, 26, 70, new Color(0xc9a896), new Color(0xdcc2a4));
        Color[] walls = {new Color(0xd6b48c), new Color(0xc79a6d), new Color(0xae7b55), new Color(0x8b5e45)};
        for (int row = 0; row < 4; row++) {
            double base = 560 + row * 150;
            for (double x = -80; x < 1600; ) {
                double w = s.between(170, 320);
                double top = base - s.between(60, 130);
                Color wall = mix(walls[row], CREAM, s.between(0, 0.25));
                if (s.oneIn(2)) {
                    Scenery.dome(s, x + w / 2, top + 4, w * 0.3, mix(wall, WHITE, 0.25), mix(wall, UMBER, 0.25));
                    s.circle(mix(wall, UMBER, 0.5), x + w / 2, top - w * 0.33, 7);
                }
                s.shadeAcross(mix(wall, WHITE, 0.12), mix(wall, UMBER, 0.2), Sketch.rectAt(x, top, w, 400));
                s.rect(mix(wall, WHITE, 0.4), x - 5, top - 7, w + 10, 13);
                if (row > 0) {
                    s.fill(mix(wall, UMBER, 0.6), Sketch.archAt(x + w * 0.2, top + 110, 44, 74));
                    s.fill(mix(wall, UMBER, 0.6), Sketch.archAt(x + w * 0.6, top + 110, 44, 74));
                }
                x += w + s.between(-10, 16);
            }
            if (row == 1 || row == 2) {
                double y = base - 165;
                double from = row == 1 ? 180 : 760;
                laundry(s, from, y, from + 560);
            }
        }
        for (int i = 0; i < 16; i++) {
            double a = s.between(0, Math.PI * 2);
            Scenery.bird(
                    s,
                    560 + Math.cos(a) * s.between(60, 260),
                    190 + Math.sin(a) * 80,
                    s.between(16, 28),
                    i % 5 == 0 ? RED : new Color(0x55474a));
        }
    }

    private static void laundry(Sketch s, double from, double y, double to) {
        s.line(UMBER, 6, from, y - 50, from, y + 80);
        s.line(UMBER, 6, to, y - 50, to, y + 80);
        s.curve(UMBER, 3, from, y - 44, (from + to) / 2, y - 18, to, y - 44);
        for (double x = from + 26; x < to - 70; ) {
            double w = s.between(38, 80);
            double sag = y - 44 + 26 * (1 - Math.pow(2 * (x - from) / (to - from) - 1, 2));
            double h = s.between(60, 105);
            Color cloth = s.oneOf(WHITE, WHITE, RED, BLUE, CREAM, TEAL, AMBER);
            s.shade(
                    cloth,
                    mix(cloth, INK, 0.16),
                    Sketch.blobOf(x, sag, x + 4, sag + h, x + w / 2, sag + h + 6, x + w, sag + h - 3, x + w, sag));
            x += w + s.between(8, 24);
        }
    }
}
