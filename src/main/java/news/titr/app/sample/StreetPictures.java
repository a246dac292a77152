package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.geom.Area;

/** Streets and the ways through the city: trees, rain, bicycles, a bus, the map of its sounds. */
final class StreetPictures {
    private StreetPictures() {}

    static void planeTrees(Sketch s) {
        s.sky(new Color(0xcfdcd8), new Color(0xf1e6c9), new Color(0xf3dba5));
        s.glow(WHITE, 0.95, 800, 470, 360);
        s.polygon(new Color(0xd9c3a0), 770, 560, 830, 560, 1500, 1000, 100, 1000);
        s.shade(new Color(0xc2a24e), new Color(0x8d6a34), Sketch.polygonOf(-10, 620, 770, 560, 100, 1000, -10, 1000));
        s.shade(
                new Color(0xc2a24e),
                new Color(0x8d6a34),
                Sketch.polygonOf(1610, 620, 830, 560, 1500, 1000, 1610, 1000));
        for (int i = 7; i >= 0; i--) {
            double scale = Math.pow(0.70, i);
            double haze = i / 9.0;
            double ground = 560 + 400 * scale;
            for (int side = -1; side <= 1; side += 2) {
                double x = 800 + side * 720 * scale;
                Color bark = mix(new Color(0x8d7d69), new Color(0xf1e0b8), haze);
                double t = 50 * scale;
                double top = ground - 860 * scale;
                s.polygon(
                        mix(new Color(0x9b7b35), CREAM, haze * 0.6),
                        x,
                        ground - 4,
                        x - side * 620 * scale,
                        ground + 26 * scale,
                        x - side * 600 * scale,
                        ground + 50 * scale,
                        x,
                        ground + 30 * scale);
                s.shadeAcross(
                        mix(bark, WHITE, 0.3),
                        mix(bark, INK, 0.3),
                        Sketch.polygonOf(
                                x - t,
                                ground + 20 * scale,
                                x - t * 0.6,
                                top,
                                x + t * 0.6,
                                top,
                                x + t,
                                ground + 20 * scale));
                for (int k = 0; k < 12; k++) {
                    s.ellipse(
                            mix(mix(OLIVE, CREAM, s.between(0, 1)), new Color(0xf1e0b8), haze),
                            x + s.between(-0.55, 0.55) * t,
                            ground - s.between(30, 700) * scale,
                            s.between(7, 17) * scale,
                            s.between(12, 34) * scale);
                }
                s.line(bark, 30 * scale, x, top + 160 * scale, x - side * 190 * scale, top - 30 * scale);
                s.line(bark, 24 * scale, x, top + 110 * scale, x + side * 170 * scale, top - 60 * scale);
                for (int k = 0; k < 46; k++) {
                    double a = s.between(0, Math.PI * 2);
                    double r = Math.sqrt(s.between(0, 1));
                    Color leaf =
                            s.oneOf(AMBER, OCHRE, new Color(0xdba241), new Color(0xc07f34), LEAF, new Color(0xe6c37a));
                    s.circle(
                            alpha(mix(leaf, new Color(0xf5e4ba), haze), 0.9),
                            x - side * 60 * scale + Math.cos(a) * r * 440 * scale,
                            top - 30 * scale + Math.sin(a) * r * 250 * scale,
                            s.between(36, 84) * scale);
                }
            }
        }
        for (int i = 0; i < 260; i++) {
            double d = Math.pow(s.between(0, 1), 0.7);
            s.ellipse(
                    s.oneOf(OCHRE, AMBER, RUST, new Color(0xd9a441)),
                    800 + s.between(-1, 1) * (60 + d * 820),
                    580 + d * 430,
                    2 + d * 9,
                    1 + d * 4);
        }
        s.polygon(alpha(INK, 0.2), 812, 770, 850, 770, 980, 830, 900, 830);
        Scenery.person(s, 830, 780, 150, RED, UMBER);
        Scenery.person(s, 735, 690, 86, DEEP, UMBER);
        Scenery.person(s, 770, 640, 52, BROWN, UMBER);
    }

    static void rainRoofs(Sketch s) {
        s.sky(new Color(0x4b5c70), new Color(0x71859a), new Color(0x9fb0b8));
        for (int i = 0; i < 16; i++) {
            s.ellipse(
                    alpha(new Color(0x3d4d62), 0.28),
                    s.between(0, 1600),
                    s.between(-20, 210),
                    s.between(190, 380),
                    s.between(40, 90));
        }
        Scenery.ridge(s, 380, 24, 60, new Color(0x74889a), new Color(0x8fa2ad));
        Color[] walls = {new Color(0x7d8f9c), new Color(0x667988), new Color(0x4e6072), new Color(0x35455a)};
        for (int row = 0; row < 4; row++) {
            double base = 520 + row * 140;
            for (double x = -90; x < 1620; ) {
                double w = s.between(180, 300);
                double top = base - s.between(20, 90);
                Color wall = mix(walls[row], CLAY, s.between(0, 0.16));
                Color tile = mix(walls[row], RUST, s.between(0.25, 0.55));
                if (s.oneIn(4)) {
                    Scenery.dome(s, x + w / 2, top, w * 0.36, mix(wall, WHITE, 0.3), mix(wall, INK, 0.3));
                } else {
                    s.polygon(tile, x - 16, top + 4, x + w * 0.5, top - 84, x + w * 0.5, top + 4);
                    s.polygon(mix(tile, INK, 0.25), x + w + 16, top + 4, x + w * 0.5, top - 84, x + w * 0.5, top + 4);
                    s.line(alpha(WHITE, 0.35), 3, x - 14, top + 2, x + w * 0.5, top - 83);
                    s.rect(mix(wall, INK, 0.35), x + w * 0.7, top - 92, 24, 62);
                }
                s.shade(wall, mix(wall, INK, 0.25), Sketch.rectAt(x, top, w, 420));
                for (int k = 0; k < 3; k++) {
                    boolean lit = s.oneIn(4);
                    double wx = x + 24 + k * (w - 60) / 2.6;
                    if (lit) {
                        s.glow(AMBER, 0.45, wx + 16, top + 70, 80);
                    }
                    s.fill(lit ? new Color(0xf3cf86) : mix(wall, INK, 0.45), Sketch.archAt(wx, top + 96, 34, 56));
                }
                x += w + s.between(-6, 10);
            }
        }
        s.shade(new Color(0x2a3649), new Color(0x182131), Sketch.rectAt(0, 925, 1600, 80));
        for (int i = 0; i < 30; i++) {
            double y = s.between(932, 1000);
            s.line(
                    alpha(s.oneOf(AMBER, SKY, SKY), 0.3),
                    3,
                    s.between(0, 1560),
                    y,
                    s.between(0, 1560) * 0.02 + s.between(0, 1560),
                    y);
        }
        for (int i = 0; i < 520; i++) {
            double x = s.between(-100, 1650);
            double y = s.between(-40, 980);
            double length = s.between(24, 66);
            s.line(alpha(WHITE, s.between(0.08, 0.34)), s.between(1, 2.4), x, y, x - length * 0.28, y + length);
        }
        umbrella(s, 1080, 962, 1.0, RED);
        umbrella(s, 470, 972, 0.9, new Color(0x22303f));
    }

    private static void umbrella(Sketch s, double x, double base, double scale, Color colour) {
        s.at(x, base, scale, 0, () -> {
            Scenery.person(s, 0, 0, 175, INK, new Color(0x9a6c54));
            s.line(INK, 5, 30, -90, 30, -250);
            s.fill(
                    colour,
                    Sketch.blobOf(
                            -90, -182, -70, -232, 30, -272, 130, -232, 150, -182, 110, -194, 70, -182, 30, -196, -10,
                            -182, -50, -194));
            s.fill(
                    mix(colour, INK, 0.25),
                    Sketch.blobOf(30, -272, 130, -232, 150, -182, 110, -194, 70, -182, 30, -272));
        });
    }

    static void bicycles(Sketch s) {
        s.sky(new Color(0xc98d66), new Color(0xb5734f), new Color(0x9c5d40));
        for (int row = 0; row < 28; row++) {
            for (int col = 0; col < 22; col++) {
                s.rect(
                        mix(new Color(0xc07d59), s.oneOf(RUST, CLAY, SAND), s.between(0, 0.42)),
                        col * 80 + (row % 2) * 40 - 60,
                        row * 29,
                        76,
                        25);
            }
        }
        s.fill(new Color(0xdcb58c), Sketch.archAt(120, 790, 300, 620));
        s.fill(new Color(0x2f6668), Sketch.archAt(146, 790, 248, 580));
        s.line(new Color(0x204a4e), 6, 270, 220, 270, 790);
        for (int i = 0; i < 5; i++) {
            s.round(new Color(0x3c7a7a), 164, 350 + i * 90, 90, 70, 4);
            s.round(new Color(0x3c7a7a), 286, 350 + i * 90, 90, 70, 4);
        }
        s.within(Sketch.polygonOf(700, 0, 1600, 0, 1600, 790, 980, 790), () -> {
            for (int i = 0; i < 150; i++) {
                double x = s.between(820, 1660);
                double y = s.between(-60, 560) * s.between(0.3, 1);
                s.at(x, y, 1, s.between(0, 180), () -> s.ellipse(alpha(UMBER, 0.20), 0, 0, 44, 22));
            }
        });
        s.shade(new Color(0xb9ab97), new Color(0x827667), Sketch.rectAt(0, 785, 1600, 215));
        s.rect(new Color(0xd6cab6), 0, 778, 1600, 14);
        s.line(new Color(0x3b3f47), 14, 470, 640, 1560, 640);
        for (int i = 0; i < 6; i++) {
            s.line(new Color(0x3b3f47), 12, 500 + i * 205, 640, 500 + i * 205, 850);
        }
        Color[] frames = {RED, RED, WHITE, RED, RED};
        for (int i = 4; i >= 0; i--) {
            double x = 640 + i * 205;
            s.ellipse(alpha(INK, 0.3), x + 30, 905, 260, 17);
            Scenery.bicycle(s, x, 795, 106, frames[i], new Color(0x20252e));
            double hx = x + 118;
            s.polygon(new Color(0xb98a4e), hx - 26, 640, hx + 88, 640, hx + 70, 712, hx - 10, 712);
            for (int k = 0; k < 4; k++) {
                s.line(new Color(0x8a6134), 3, hx - 22 + k * 3, 656 + k * 15, hx + 84 - k * 3, 656 + k * 15);
            }
        }
    }

    static void courier(Sketch s) {
        s.sky(new Color(0xf3d9ab), new Color(0xf4e3c3), new Color(0xf2e8d4));
        s.circle(new Color(0xe9b66a), 1230, 300, 150);
        for (int i = 0; i < 12; i++) {
            Scenery.house(
                    s,
                    -40 + i * 142,
                    770,
                    136,
                    240 + s.between(0, 260),
                    s.oneOf(SAND, new Color(0xd8a37d), CLAY, new Color(0xc9b79b), BLUSH),
                    new Color(0x6c5a58),
                    WHITE);
        }
        Scenery.dome(s, 470, 420, 70, TEAL, new Color(0x22505a));
        for (int i = 0; i < 5; i++) {
            Scenery.tree(s, 120 + i * 370, 780, 190, s.oneOf(OLIVE, GREEN), BROWN);
        }
        s.shade(new Color(0x4b5566), new Color(0x343b49), Sketch.rectAt(0, 770, 1600, 230));
        s.rect(new Color(0xd9cdb8), 0, 766, 1600, 14);
        for (int i = 0; i < 9; i++) {
            s.round(alpha(WHITE, 0.8), i * 200 - 60, 930, 110, 10, 4);
        }
        s.ellipse(alpha(INK, 0.4), 780, 905, 380, 18);
        Scenery.bicycle(s, 760, 765, 140, WHITE, new Color(0x151a24));
        Color skin = new Color(0xa8765a);
        s.line(INK, 44, 690, 555, 830, 640);
        s.line(INK, 40, 830, 640, 745, 790);
        s.round(RUST, 720, 782, 78, 26, 12);
        s.line(DEEP, 44, 688, 552, 745, 650);
        s.fill(BLUE, Sketch.blobOf(640, 570, 690, 430, 770, 350, 830, 360, 840, 420, 780, 500, 730, 580));
        s.line(BLUE, 34, 812, 400, 880, 500);
        s.line(skin, 26, 880, 500, 905, 570);
        s.circle(skin, 850, 305, 50);
        s.fill(INK, new java.awt.geom.Arc2D.Double(792, 240, 118, 110, -5, 190, java.awt.geom.Arc2D.CHORD));
        s.at(640, 420, 1, -22, () -> {
            s.round(RED, -120, -110, 210, 210, 14);
            s.round(mix(RED, WHITE, 0.15), -120, -110, 210, 40, 14);
            s.rect(CREAM, -60, -20, 90, 60);
        });
        for (int i = 0; i < 6; i++) {
            s.line(alpha(WHITE, 0.6), 6, 120 + i * 30, 500 + i * 56, 330 + i * 22 - s.between(0, 60), 500 + i * 56);
        }
    }

    static void storyBus(Sketch s) {
        s.sky(new Color(0x86abc4), new Color(0xc6d8d6), new Color(0xf4e4c2));
        s.glow(WHITE, 0.9, 360, 300, 260);
        s.circle(new Color(0xfdf3d8), 360, 300, 62);
        Scenery.peak(s, 1180, 620, 900, 330, new Color(0xb4c3c8), new Color(0x8ba5b4), 0.34);
        Scenery.hills(s, 560, 46, 3, 0.4, new Color(0xc7bf8b), new Color(0xa9ab66));
        Scenery.hills(s, 660, 60, 2.4, 2.2, new Color(0xb9a965), new Color(0x8c9156));
        for (int i = 0; i < 16; i++) {
            Scenery.tree(
                    s, s.between(0, 1600), s.between(640, 720), s.between(50, 90), s.oneOf(OLIVE, GREEN, OCHRE), BROWN);
        }
        Scenery.hills(s, 800, 30, 1.6, 3.4, new Color(0x8c9156), new Color(0x5c6a44));
        s.fill(
                new Color(0x5a5f6a),
                Sketch.blobOf(
                        -20, 900, 400, 862, 900, 836, 1300, 820, 1620, 830, 1620, 930, 1200, 930, 700, 965, -20, 1010));
        s.curve(alpha(WHITE, 0.8), 6, -20, 955, 500, 912, 1000, 880, 1620, 878);
        s.at(760, 880, 1, -3, () -> {
            s.ellipse(alpha(INK, 0.35), 20, 8, 390, 18);
            s.shade(
                    new Color(0xa62a24),
                    new Color(0x741515),
                    new java.awt.geom.RoundRectangle2D.Double(-360, -310, 740, 290, 60, 60));
            s.round(CREAM, -360, -120, 740, 26, 4);
            s.round(mix(RED, WHITE, 0.2), -330, -322, 640, 22, 10);
            for (int i = 0; i < 5; i++) {
                s.round(new Color(0x22303f), -330 + i * 122, -280, 104, 110, 12);
                s.round(new Color(0xf0d9a6), -324 + i * 122, -274, 92, 98, 10);
                s.circle(UMBER, -278 + i * 122, -222, 22);
                s.fill(
                        s.oneOf(DEEP, TEAL, BROWN, INK),
                        Sketch.blobOf(
                                -312 + i * 122,
                                -176,
                                -305 + i * 122,
                                -204,
                                -278 + i * 122,
                                -208,
                                -250 + i * 122,
                                -204,
                                -244 + i * 122,
                                -176));
            }
            s.fill(new Color(0x22303f), Sketch.blobOf(290, -286, 352, -286, 376, -230, 378, -160, 290, -160));
            s.circle(UMBER, 326, -212, 20);
            for (double x : new double[] {-230, 230}) {
                s.circle(INK, x, -14, 58);
                s.circle(new Color(0x8f9399), x, -14, 27);
            }
            s.circle(WHITE, 366, -70, 14);
        });
        for (int i = 0; i < 5; i++) {
            double y = 470 - i * 74;
            s.ellipse(alpha(WHITE, 0.75 - i * 0.08), 1040 - i * 52, y, 40 + i * 14, 22 + i * 7);
        }
    }

    static void soundMap(Sketch s) {
        s.sky(new Color(0xefe8d8), new Color(0xe8dec8));
        s.at(800, 500, 1, -14, () -> {
            for (int row = -9; row < 9; row++) {
                for (int col = -11; col < 11; col++) {
                    double x = col * 98 + s.between(-6, 6);
                    double y = row * 80 + s.between(-6, 6);
                    double split = s.between(24, 60);
                    Color block = mix(new Color(0xd8c9ab), new Color(0xc0ab88), s.between(0, 1));
                    s.rect(block, x, y, split, 66);
                    s.rect(mix(block, s.oneOf(WHITE, CLAY), 0.25), x + split + 5, y, 80 - split, 66);
                    if (s.oneIn(13)) {
                        s.rect(new Color(0xa9ab66), x, y, 85, 66);
                    }
                }
            }
            s.line(WHITE, 22, -1100, -45, 1100, -45);
            s.line(WHITE, 22, 190, -900, 190, 900);
            s.line(WHITE, 16, -400, -900, -400, 900);
        });
        s.curve(new Color(0xefe8d8), 150, -40, 800, 300, 690, 560, 730, 860, 560, 1180, 520, 1640, 250);
        s.curve(new Color(0x7fa3b8), 112, -40, 800, 300, 690, 560, 730, 860, 560, 1180, 520, 1640, 250);
        s.curve(alpha(WHITE, 0.4), 5, -40, 790, 300, 680, 560, 720, 860, 550, 1180, 510, 1640, 240);
        s.line(new Color(0xa8674a), 26, 800, 480, 905, 680);
        sound(s, 430, 330, 300, RED);
        sound(s, 1180, 760, 240, RED);
        sound(s, 1330, 300, 165, RUST);
        sound(s, 760, 210, 120, OCHRE);
        sound(s, 640, 900, 150, RUST);
        sound(s, 190, 620, 95, OCHRE);
        sound(s, 852, 580, 46, DEEP);
    }

    private static void sound(Sketch s, double x, double y, double radius, Color colour) {
        Area disc = new Area(Sketch.circleAt(x, y, radius));
        s.fill(alpha(colour, 0.12), disc);
        for (double r = radius; r > 12; r -= 26) {
            s.ring(alpha(colour, 0.85 - 0.6 * r / radius), 5, x, y, r);
        }
        s.circle(colour, x, y, 13);
    }

    static void clockSquare(Sketch s) {
        s.sky(new Color(0x88aec6), new Color(0xbfd6da), new Color(0xf2ead6));
        s.ellipse(alpha(WHITE, 0.7), 300, 190, 190, 26);
        s.ellipse(alpha(WHITE, 0.7), 400, 165, 120, 30);
        s.ellipse(alpha(WHITE, 0.6), 1330, 260, 220, 22);
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < 5; i++) {
                double x = side == 0 ? -40 + i * 115 : 1060 + i * 118;
                Scenery.house(
                        s,
                        x,
                        800,
                        118,
                        190 + s.between(0, 130),
                        s.oneOf(SAND, CREAM, CLAY, new Color(0xd0b59b)),
                        new Color(0x5d5a63),
                        AMBER);
            }
        }
        for (int i = 0; i < 8; i++) {
            Scenery.tree(
                    s,
                    i < 4 ? 60 + i * 140 : 520 + i * 138,
                    815,
                    s.between(130, 170),
                    s.oneOf(OLIVE, GREEN, OCHRE),
                    BROWN);
        }
        s.shade(new Color(0xe2d4b8), new Color(0xb79f80), Sketch.rectAt(0, 800, 1600, 200));
        for (int i = -8; i <= 8; i++) {
            s.line(alpha(BROWN, 0.16), 3, 800 + i * 70, 800, 800 + i * 260, 1000);
        }
        s.polygon(alpha(INK, 0.2), 690, 860, 910, 860, 1600, 960, 1600, 1000, 1250, 1000);
        s.shadeAcross(new Color(0xc9855c), new Color(0x87482f), Sketch.rectAt(690, 260, 220, 600));
        for (double y = 270; y < 860; y += 14) {
            s.line(alpha(UMBER, 0.14), 2, 690, y, 910, y);
        }
        s.rect(new Color(0xe0b98d), 672, 830, 256, 34);
        s.rect(new Color(0xe0b98d), 672, 530, 256, 20);
        s.rect(new Color(0xe0b98d), 664, 244, 272, 24);
        s.fill(new Color(0x4a2a20), Sketch.archAt(752, 830, 96, 190));
        s.fill(new Color(0x4a2a20), Sketch.archAt(715, 640, 46, 74));
        s.fill(new Color(0x4a2a20), Sketch.archAt(839, 640, 46, 74));
        s.polygon(new Color(0x2f6668), 656, 246, 800, 70, 800, 246);
        s.polygon(new Color(0x214a4e), 800, 70, 944, 246, 800, 246);
        s.line(INK, 6, 800, 72, 800, 30);
        s.circle(new Color(0xe0b98d), 800, 400, 100);
        s.circle(WHITE, 800, 400, 86);
        for (int i = 0; i < 12; i++) {
            double a = Math.toRadians(i * 30);
            s.line(
                    INK,
                    i % 3 == 0 ? 8 : 4,
                    800 + Math.sin(a) * 66,
                    400 - Math.cos(a) * 66,
                    800 + Math.sin(a) * 77,
                    400 - Math.cos(a) * 77);
        }
        s.line(INK, 9, 800, 400, 800, 352);
        s.line(RED, 6, 800, 400, 803, 338);
        s.circle(INK, 800, 400, 9);
        for (int i = 0; i < 7; i++) {
            Scenery.bird(s, 520 + i * 95 + s.between(-30, 30), 170 + s.between(-50, 130), s.between(16, 26), INK);
        }
        for (int i = 0; i < 6; i++) {
            Scenery.walker(
                    s,
                    180 + i * 245 + s.between(-50, 50),
                    890 + s.between(-10, 60),
                    s.between(120, 140),
                    s.oneOf(RED, DEEP, TEAL, BROWN, INK));
        }
    }
}
