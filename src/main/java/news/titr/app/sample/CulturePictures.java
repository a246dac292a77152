package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Stage, screen, shelf and workshop. */
final class CulturePictures {
    private CulturePictures() {}

    static void theatreCurtain(Sketch s) {
        s.sky(new Color(0x1a1216), new Color(0x2b1a1c), new Color(0x3a2420));
        s.shade(new Color(0x6a4a3a), new Color(0x2f1f1c), Sketch.polygonOf(300, 860, 1300, 860, 1620, 1060, -20, 1060));
        for (int i = -9; i <= 9; i++) {
            s.line(alpha(INK, 0.35), 3, 800 + i * 58, 860, 800 + i * 104, 1060);
        }
        s.shade(
                alpha(new Color(0xfbe6b4), 0.42),
                alpha(new Color(0xfbe6b4), 0.16),
                Sketch.polygonOf(760, -20, 840, -20, 1150, 950, 450, 950));
        s.ellipse(alpha(new Color(0xfbe6b4), 0.45), 800, 950, 350, 58);
        s.curve(new Color(0x2a1b17), 20, 900, 950, 905, 830, 890, 720, 910, 600);
        s.curve(new Color(0x2a1b17), 11, 894, 740, 850, 660, 830, 590);
        s.curve(new Color(0x2a1b17), 10, 900, 690, 960, 620, 990, 560);
        for (int i = 0; i < 120; i++) {
            double a = s.between(0, Math.PI * 2);
            double r = Math.sqrt(s.between(0, 1));
            s.circle(
                    s.oneOf(OLIVE, LEAF, OCHRE, AMBER, GREEN),
                    908 + Math.cos(a) * r * 165,
                    540 + Math.sin(a) * r * 125,
                    s.between(10, 24));
        }
        Color wood = new Color(0x2a1b17);
        s.line(wood, 11, 660, 820, 660, 955);
        s.line(wood, 11, 745, 832, 745, 965);
        s.line(wood, 11, 652, 650, 660, 830);
        s.line(wood, 9, 720, 664, 728, 800);
        s.polygon(new Color(0x4a3024), 640, 812, 730, 806, 760, 836, 664, 842);
        s.polygon(new Color(0x4a3024), 646, 645, 726, 658, 724, 720, 650, 712);
        s.ellipse(alpha(INK, 0.5), 790, 968, 190, 16);
        drape(s);
        s.flipped(800, () -> drape(s));
        for (int i = 0; i < 8; i++) {
            double x = -30 + i * 210;
            s.shade(
                    new Color(0xa1262a),
                    new Color(0x5b0f14),
                    Sketch.blobOf(
                            x, -10, x + 4, 110, x + 60, 185, x + 108, 200, x + 156, 185, x + 212, 110, x + 216, -10));
            s.curve(OCHRE, 7, x + 4, 110, x + 60, 185, x + 108, 200, x + 156, 185, x + 212, 110);
            s.curve(alpha(INK, 0.3), 5, x + 108, 0, x + 96, 90, x + 108, 190);
        }
        s.rect(new Color(0x7a5526), 0, 0, 1600, 36);
        s.rect(OCHRE, 0, 34, 1600, 9);
        s.shade(new Color(0x3a2420), new Color(0x120d11), Sketch.rectAt(0, 1050, 1600, 160));
        s.rect(OCHRE, 0, 1046, 1600, 8);
        for (int i = 0; i < 13; i++) {
            double x = 10 + i * 132 + s.between(-20, 20);
            double y = 1130 + s.between(-26, 20);
            Color seat = new Color(0x0f0b10);
            s.circle(seat, x, y - 62, 46);
            s.fill(
                    seat,
                    Sketch.blobOf(
                            x - 95, 1210, x - 86, y + 14, x - 40, y - 18, x + 40, y - 18, x + 86, y + 14, x + 95,
                            1210));
            s.arc(alpha(AMBER, 0.35), 4, x, y - 62, 46, 50, 80);
        }
    }

    private static void drape(Sketch s) {
        for (int i = 9; i >= 0; i--) {
            double top = -10 + i * 52;
            double foot = -10 + i * 39;
            double waist = -10 + i * 29;
            Path2D fold = new Path2D.Double();
            fold.moveTo(-30, -10);
            fold.lineTo(top + 56, -10);
            fold.curveTo(top + 60, 420, waist + 70, 560, waist + 32, 740);
            fold.curveTo(waist + 36, 860, foot + 30, 950, foot + 46, 1058);
            fold.lineTo(-30, 1058);
            fold.closePath();
            Color tone = i % 2 == 0 ? new Color(0xa0242a) : new Color(0x6d1218);
            s.shadeAcross(mix(tone, INK, 0.4), mix(tone, ROSE, 0.08 + i * 0.012), fold);
        }
        s.fill(OCHRE, Sketch.blobOf(-30, 712, 120, 738, 300, 730, 300, 768, 120, 776, -30, 750));
        s.circle(AMBER, 286, 752, 30);
        for (int i = 0; i < 9; i++) {
            s.line(OCHRE, 5, 270 + i * 4, 770, 262 + i * 6, 890);
        }
    }

    static void libraryShelves(Sketch s) {
        s.sky(new Color(0x6d4a35), new Color(0x553828));
        for (int row = 0; row < 4; row++) {
            double base = 232 + row * 242;
            s.shade(new Color(0x33221b), new Color(0x4a3125), Sketch.rectAt(0, base - 212, 1600, 212));
            for (int bay = 0; bay < 4; bay++) {
                double x = bay * 400 + 26;
                double end = bay * 400 + 384;
                while (x < end - 16) {
                    double w = Math.min(s.between(17, 50), end - x);
                    double h = s.between(124, 192);
                    Color cover = s.oneOf(
                            RED, DEEP, TEAL, OCHRE, CREAM, BROWN, new Color(0x7a3b2c), BLUE, SAND, PINE, INK, ROSE);
                    if (s.oneIn(17)) {
                        x += s.between(14, 44);
                        continue;
                    }
                    final double bx = x;
                    double lean = s.oneIn(11) ? 7 : 0;
                    s.at(bx, base, 1, lean, () -> {
                        s.shadeAcross(mix(cover, WHITE, 0.12), mix(cover, INK, 0.28), Sketch.rectAt(0, -h, w, h));
                        Color band = mix(cover, s.oneOf(AMBER, CREAM), 0.7);
                        s.rect(band, 0, -h + 16, w, 5);
                        s.rect(band, 0, -h + 26, w, 2);
                        s.rect(band, 0, -24, w, 4);
                        if (s.oneIn(3)) {
                            s.rect(alpha(CREAM, 0.85), w * 0.22, -h + 46, w * 0.56, 34);
                        }
                    });
                    x += w + 1.5 + (lean > 0 ? 22 : 0);
                }
            }
            s.shade(new Color(0x9a6b48), new Color(0x6a452f), Sketch.rectAt(0, base, 1600, 26));
            s.rect(alpha(INK, 0.35), 0, base + 26, 1600, 9);
        }
        for (int bay = 0; bay <= 4; bay++) {
            s.shadeAcross(new Color(0x9a6b48), new Color(0x5f3e2b), Sketch.rectAt(bay * 400 - 14, 0, 28, 1000));
        }
        s.shade(
                alpha(new Color(0xfbe3ad), 0.38),
                alpha(new Color(0xfbe3ad), 0),
                Sketch.polygonOf(260, -10, 700, -10, 1250, 1010, 560, 1010));
        s.line(new Color(0x2c1c15), 9, 0, 214, 1600, 214);
        for (int side = 0; side < 2; side++) {
            s.line(new Color(0xc59562), 20, 905 + side * 128, 200, 1010 + side * 160, 1000);
        }
        for (int i = 0; i < 10; i++) {
            double t = 0.06 + i * 0.098;
            s.line(new Color(0xd9ab74), 14, 905 + 105 * t, 200 + 800 * t, 1033 + 137 * t, 200 + 800 * t);
        }
        s.ellipse(alpha(INK, 0.4), 520, 984, 150, 14);
        s.at(510, 985, 1, 0, () -> {
            Scenery.person(s, 0, 0, 380, RED, new Color(0xb5825f));
            s.line(RED, 40, 34, -262, 84, -205);
            s.polygon(CREAM, 60, -232, 128, -252, 140, -196, 74, -176);
            s.polygon(WHITE, 128, -252, 190, -226, 196, -172, 140, -196);
        });
    }

    static void loom(Sketch s) {
        s.sky(new Color(0xcfb48c), new Color(0xb8946b), new Color(0x8d6848));
        s.fill(new Color(0xf6e7c1), Sketch.archAt(560, 420, 480, 470));
        s.glow(WHITE, 0.7, 800, 260, 420);
        s.line(new Color(0x7a583c), 12, 800, -40, 800, 420);
        s.line(new Color(0x7a583c), 10, 560, 240, 1040, 240);
        Color wood = new Color(0x6b452e);
        Color wood2 = new Color(0x4a2f22);
        s.shadeAcross(wood, wood2, Sketch.rectAt(110, 60, 74, 950));
        s.shadeAcross(wood, wood2, Sketch.rectAt(1416, 60, 74, 950));
        s.shade(new Color(0x8a5c3d), wood2, Sketch.rectAt(70, 40, 1460, 62));
        for (int i = 0; i < 210; i++) {
            double t = i / 209.0;
            Color thread = i % 28 < 4 ? RED : i % 28 < 8 ? new Color(0xe5c48a) : i % 28 < 11 ? DEEP : WHITE;
            s.line(thread, 2.1, 320 + t * 960, 110, 220 + t * 1160, 640);
        }
        for (int bar = 0; bar < 2; bar++) {
            double y = 300 + bar * 86;
            s.shade(new Color(0x9c6d49), wood, Sketch.rectAt(196, y, 1208, 24));
            for (int i = 0; i < 120; i++) {
                s.line(alpha(CREAM, 0.6), 1.4, 236 + i * 9.5, y + 24, 236 + i * 9.5, y + 76);
            }
            s.line(UMBER, 5, 330, 102, 330, y);
            s.line(UMBER, 5, 1270, 102, 1270, y);
        }
        s.shade(new Color(0xa87850), wood, new java.awt.geom.RoundRectangle2D.Double(150, 520, 1300, 58, 24, 24));
        for (int i = 0; i < 230; i++) {
            s.line(alpha(UMBER, 0.5), 1.5, 228 + i * 5, 528, 228 + i * 5, 570);
        }
        Path2D cloth = Sketch.polygonOf(220, 640, 1380, 640, 1420, 1010, 180, 1010);
        s.fill(CREAM, cloth);
        s.within(cloth, () -> {
            for (int i = 0; i < 60; i++) {
                double t = i / 60.0;
                Color stripe = i % 8 < 1
                        ? RED
                        : i % 8 == 2 ? new Color(0xd9ad62) : i % 8 == 3 ? DEEP : i % 8 == 6 ? TEAL : CREAM;
                s.polygon(stripe, 220 + t * 1160, 640, 240 + t * 1160, 640, 202 + t * 1240, 1010, 180 + t * 1240, 1010);
            }
            for (double y = 642; y < 1010; y += 7) {
                s.line(alpha(UMBER, 0.13), 2, 0, y, 1600, y);
            }
            for (int row = 0; row < 3; row++) {
                for (int i = 0; i < 16; i++) {
                    double x = 250 + i * 74 - row * 5;
                    double y = 712 + row * 108;
                    s.polygon(RED, x, y - 22, x + 20, y, x, y + 22, x - 20, y);
                    s.polygon(CREAM, x, y - 10, x + 9, y, x, y + 10, x - 9, y);
                }
            }
        });
        s.shade(alpha(INK, 0.3), alpha(INK, 0), Sketch.rectAt(200, 640, 1200, 40));
        s.fill(
                new Color(0xe0b070),
                Sketch.blobOf(980, 616, 1040, 588, 1160, 582, 1270, 600, 1310, 618, 1240, 640, 1080, 644, 980, 616));
        s.round(RED, 1070, 596, 150, 30, 14);
        s.curve(RED, 3, 1070, 612, 900, 640, 700, 636, 230, 640);
        Color skin = new Color(0xb98563);
        s.fill(new Color(0x3b5a72), Sketch.blobOf(1610, 760, 1500, 690, 1430, 650, 1400, 690, 1440, 760, 1610, 860));
        s.fill(
                skin,
                Sketch.blobOf(
                        1440, 660, 1370, 625, 1300, 600, 1262, 612, 1290, 634, 1340, 650, 1300, 652, 1320, 672, 1380,
                        690, 1420, 712, 1440, 660));
        s.fill(new Color(0x3b5a72), Sketch.blobOf(-10, 800, 110, 700, 210, 636, 244, 680, 170, 780, -10, 900));
        s.fill(
                skin,
                Sketch.blobOf(
                        205, 640, 290, 596, 370, 572, 410, 580, 380, 604, 410, 608, 350, 640, 290, 668, 236, 690, 205,
                        640));
    }

    static void cinema(Sketch s) {
        s.sky(new Color(0x0f1119), new Color(0x1a1c28), new Color(0x14151f));
        s.glow(new Color(0xd7dbe0), 0.42, 800, 400, 860);
        s.rect(new Color(0x2a1416), 0, 0, 1600, 70);
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < 6; i++) {
                double x = side == 0 ? i * 42 : 1600 - (i + 1) * 42;
                s.shadeAcross(new Color(0x5e1418), new Color(0x2c0b10), Sketch.rectAt(x, 60, 42, 720));
            }
        }
        s.shade(new Color(0xf1eee4), new Color(0xc3c6c6), Sketch.rectAt(330, 110, 940, 560));
        s.within(Sketch.rectAt(330, 110, 940, 560), () -> {
            s.shade(new Color(0xb9bdc0), new Color(0xf0ece0), Sketch.rectAt(330, 110, 940, 380));
            s.circle(new Color(0xfdfbf4), 1010, 250, 74);
            s.polygon(
                    new Color(0x83878c),
                    330,
                    520,
                    520,
                    380,
                    640,
                    470,
                    800,
                    330,
                    980,
                    480,
                    1120,
                    420,
                    1280,
                    520,
                    1280,
                    680,
                    330,
                    680);
            s.polygon(new Color(0x4d5157), 330, 590, 700, 540, 1280, 600, 1280, 680, 330, 680);
            s.at(700, 560, 1.15, 0, () -> {
                Scenery.bicycle(s, 0, -38, 40, new Color(0x23262b), new Color(0x23262b));
                Color man = new Color(0x23262b);
                s.line(man, 13, -22, -92, 4, -150);
                s.line(man, 9, 4, -140, 34, -92);
                s.line(man, 11, -20, -92, 12, -66);
                s.line(man, 10, 12, -66, -4, -36);
                s.circle(man, 14, -172, 15);
                s.rect(man, -6, -196, 40, 14);
                s.round(new Color(0x35393f), -62, -118, 46, 36, 5);
            });
            for (int i = 0; i < 5; i++) {
                s.at(560 - i * 40, 440 - i * 22 + (i % 2) * 30, 1, i * 27, () -> s.rect(WHITE, -13, -9, 26, 18));
            }
            for (int i = 0; i < 9; i++) {
                double x = s.between(340, 1260);
                s.line(alpha(INK, 0.12), 1.5, x, 110, x, 670);
            }
        });
        s.shade(alpha(WHITE, 0.16), alpha(WHITE, 0.02), Sketch.polygonOf(330, 670, 1270, 670, 900, 1010, 700, 1010));
        Color dark = new Color(0x0a0b11);
        s.fill(
                dark,
                Sketch.blobOf(
                        110, 830, 118, 690, 160, 660, 350, 655, 352, 700, 372, 712, 372, 740, 330, 744, 330, 830));
        s.rect(new Color(0xd8d5cc), 322, 722, 48, 8);
        s.circle(dark, 440, 620, 28);
        s.fill(dark, Sketch.blobOf(398, 800, 404, 690, 430, 652, 462, 660, 484, 720, 484, 800));
        s.line(dark, 20, 430, 690, 360, 716);
        s.glow(AMBER, 0.7, 300, 640, 90);
        s.circle(WHITE, 300, 640, 8);
        for (int row = 0; row < 3; row++) {
            double y = 800 + row * 92;
            double pitch = 118 + row * 26;
            for (double x = -60 + (row % 2) * 60; x < 1660; x += pitch) {
                double size = 0.75 + row * 0.22;
                Color seat = mix(new Color(0x47161b), new Color(0x170a0f), row / 2.0);
                Color head = mix(new Color(0x1a1a24), new Color(0x07070c), row / 2.0);
                if (!s.oneIn(8)) {
                    s.circle(head, x, y - 52 * size, 33 * size);
                    s.arc(alpha(WHITE, 0.28), 3, x, y - 52 * size, 33 * size, 45, 90);
                    s.fill(
                            head,
                            Sketch.blobOf(
                                    x - 58 * size,
                                    y + 30,
                                    x - 50 * size,
                                    y - 14,
                                    x,
                                    y - 28 * size,
                                    x + 50 * size,
                                    y - 14,
                                    x + 58 * size,
                                    y + 30));
                }
                s.shade(
                        mix(seat, ROSE, 0.12),
                        seat,
                        new java.awt.geom.RoundRectangle2D.Double(x - 50 * size, y - 6, 100 * size, 220, 34, 34));
            }
        }
    }

    static void orchestra(Sketch s) {
        s.sky(new Color(0x2b1618), new Color(0x4b2320), new Color(0x6d3424));
        for (int i = 0; i < 4; i++) {
            s.shade(
                    alpha(new Color(0xf7d08a), 0.26),
                    alpha(new Color(0xf7d08a), 0),
                    Sketch.polygonOf(170 + i * 400, -20, 250 + i * 400, -20, 420 + i * 400, 1000, 20 + i * 400, 1000));
        }
        s.shade(new Color(0x8f5530), new Color(0x4a2a1e), Sketch.rectAt(0, 850, 1600, 160));
        double[] xs = {310, 800, 1290};
        for (int i = 0; i < 3; i++) {
            final Color suit = i == 1 ? new Color(0x6d1218) : new Color(0x171720);
            s.at(xs[i], 930, 1, 0, () -> cellist(s, suit));
        }
        for (int i = 0; i < 2; i++) {
            double x = 560 + i * 490;
            s.line(new Color(0x17120f), 8, x, 650, x, 960);
            s.polygon(new Color(0x17120f), x - 72, 560, x + 72, 560, x + 82, 660, x - 82, 660);
            s.polygon(CREAM, x - 60, 552, x + 60, 552, x + 66, 640, x - 66, 640);
            for (int k = 0; k < 4; k++) {
                s.line(alpha(INK, 0.55), 2, x - 54, 570 + k * 17, x + 54, 570 + k * 17);
            }
        }
    }

    private static void cellist(Sketch s, Color suit) {
        s.ellipse(alpha(INK, 0.45), 0, 10, 220, 22);
        s.fill(
                suit,
                Sketch.blobOf(
                        -150, 0, -170, -230, -100, -300, 100, -300, 170, -230, 150, 0, 96, 0, 86, -190, -86, -190, -96,
                        0));
        s.fill(suit, Sketch.blobOf(-118, -240, -124, -470, -60, -560, 60, -560, 124, -470, 118, -240));
        Color skin = new Color(0xb98563);
        s.rect(skin, -22, -610, 44, 60);
        s.ellipse(skin, 0, -660, 58, 70);
        s.fill(UMBER, Sketch.blobOf(-64, -640, -74, -730, 0, -768, 74, -730, 64, -640, 40, -700, -30, -706, -64, -640));
        s.curve(UMBER, 5, -34, -652, -22, -645, -10, -650);
        s.curve(UMBER, 5, 12, -650, 24, -645, 36, -652);
        s.at(10, 0, 1, -9, () -> {
            Path2D body = Sketch.blobOf(
                    0, -30, -100, -50, -128, -130, -84, -210, -96, -290, -54, -350, 0, -360, 54, -350, 96, -290, 84,
                    -210, 128, -130, 100, -50, 0, -30);
            s.shadeAcross(new Color(0xd58a45), new Color(0x7c3a1d), body);
            s.stroke(new Color(0x54240f), 5, body);
            s.polygon(new Color(0x1c1311), -13, -560, 13, -560, 20, -190, -20, -190);
            s.polygon(new Color(0x1c1311), -26, -120, 26, -120, 16, -64, -16, -64);
            s.rect(new Color(0xe8c590), -36, -172, 72, 12);
            for (int i = -1; i <= 1; i += 2) {
                s.curve(new Color(0x2a140c), 6, i * 52, -230, i * 42, -210, i * 56, -180, i * 48, -156);
                s.circle(new Color(0x1c1311), i * 26, -586, 9);
            }
            for (int i = 0; i < 4; i++) {
                s.line(alpha(CREAM, 0.85), 1.8, -9 + i * 6, -570, -12 + i * 8, -110);
            }
            s.line(new Color(0x1c1311), 7, 0, -30, 0, 12);
            s.circle(new Color(0x3c2016), 0, -604, 17);
        });
        s.line(suit, 50, -100, -500, -170, -380);
        s.line(suit, 46, -170, -380, -110, -240);
        s.circle(skin, -102, -222, 26);
        s.line(new Color(0x3c2016), 8, -128, -214, 196, -252);
        s.line(CREAM, 3, -128, -204, 196, -242);
        s.line(suit, 50, 100, -500, 130, -430);
        s.line(suit, 44, 130, -430, -30, -480);
        s.circle(skin, -46, -488, 25);
    }
}
