package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Market, bakery and workshop. */
final class WorkPictures {
    private WorkPictures() {}

    static void pomegranates(Sketch s) {
        s.sky(new Color(0x2c4348), new Color(0x3d575a), new Color(0x56706c));
        s.glow(new Color(0xf3dfb4), 0.34, 520, 260, 640);
        s.shade(new Color(0xc99d68), new Color(0x7d5332), Sketch.rectAt(0, 800, 1600, 400));
        for (int i = 0; i < 46; i++) {
            double y = s.between(806, 1195);
            double x = s.between(-100, 1500);
            s.line(alpha(UMBER, 0.14), 2.5, x, y, x + s.between(80, 420), y + s.between(-4, 4));
        }
        s.rect(alpha(WHITE, 0.3), 0, 796, 1600, 6);
        s.at(0, 0, 1, 0, () -> {
            s.ellipse(alpha(INK, 0.4), 590, 986, 410, 40);
            fruit(s, 420, 700, 150, -16);
            fruit(s, 760, 690, 158, 14);
            fruit(s, 590, 600, 152, 4);
            s.shade(
                    new Color(0xefe6d3),
                    new Color(0x9fa9a4),
                    Sketch.blobOf(210, 740, 236, 850, 350, 940, 450, 976, 740, 976, 840, 940, 954, 850, 980, 740));
            s.ellipse(new Color(0xf8f2e4), 595, 742, 385, 22);
            s.fill(
                    alpha(INK, 0.18),
                    Sketch.blobOf(232, 752, 420, 775, 780, 775, 958, 752, 930, 800, 600, 806, 260, 800));
            for (int i = 0; i < 17; i++) {
                double x = 268 + i * 41;
                double y = 862 + Math.sin(i / 16.0 * Math.PI) * 46;
                s.polygon(BLUE, x, y - 16, x + 13, y, x, y + 16, x - 13, y);
            }
        });
        s.ellipse(alpha(INK, 0.4), 1250, 1010, 270, 34);
        s.ball(new Color(0xb5343a), new Color(0x4d0a12), 1240, 810, 206);
        s.ellipse(new Color(0xd6544f), 1240, 800, 196, 188);
        s.ellipse(new Color(0xf0d9b0), 1240, 800, 180, 172);
        for (int chamber = 0; chamber < 6; chamber++) {
            double mid = chamber * Math.PI / 3 + 0.3;
            for (int ring = 0; ring < 5; ring++) {
                int n = 2 + ring;
                for (int k = 0; k < n; k++) {
                    double a = mid + (k - (n - 1) / 2.0) * (0.72 / Math.max(1, n - 1)) * (n > 1 ? 1 : 0);
                    double r = 46 + ring * 28;
                    double x = 1240 + Math.cos(a) * r;
                    double y = 800 + Math.sin(a) * r * 0.95;
                    s.ball(new Color(0xf05a55), new Color(0x8a0f1c), x, y, 15.5);
                    s.circle(alpha(WHITE, 0.75), x - 5, y - 6, 3.4);
                }
            }
        }
        s.circle(new Color(0xf3e2c0), 1240, 800, 26);
        for (int i = 0; i < 13; i++) {
            double x = 960 + s.between(0, 560);
            double y = 1040 + s.between(-20, 100);
            s.ellipse(alpha(INK, 0.3), x + 4, y + 13, 16, 5);
            s.ball(new Color(0xf05a55), new Color(0x8a0f1c), x, y, 14);
            s.circle(alpha(WHITE, 0.8), x - 4, y - 5, 3);
        }
        for (int i = 0; i < 4; i++) {
            final int turn = i;
            s.at(330 + i * 30, 560 - i * 10, 1, -70 + turn * 24, () -> {
                s.fill(
                        turn % 2 == 0 ? GREEN : OLIVE,
                        Sketch.blobOf(0, 0, -28, -60, -20, -130, 0, -176, 22, -130, 28, -60, 0, 0));
                s.line(alpha(CREAM, 0.5), 3, 0, -10, 0, -160);
            });
        }
    }

    private static void fruit(Sketch s, double x, double y, double r, double turn) {
        s.at(x, y, 1, turn, () -> {
            s.fill(
                    new Color(0x8f2427),
                    Sketch.polygonOf(
                            -38, -r + 14, -52, -r - 58, -20, -r - 30, 0, -r - 70, 20, -r - 30, 52, -r - 58, 38,
                            -r + 14));
            s.ball(new Color(0xd8524a), new Color(0x5c0d15), 0, 0, r);
            s.fill(
                    alpha(AMBER, 0.20),
                    Sketch.blobOf(
                            -r * 0.7, r * 0.1, -r * 0.3, -r * 0.6, r * 0.1, -r * 0.8, -r * 0.1, -r * 0.2, -r * 0.4,
                            r * 0.4, -r * 0.7, r * 0.1));
            s.ellipse(alpha(WHITE, 0.34), -r * 0.38, -r * 0.42, r * 0.16, r * 0.10);
        });
    }

    static void marketStall(Sketch s) {
        s.sky(new Color(0xe7cfa3), new Color(0xdcb98a), new Color(0xb98a61));
        for (int i = 0; i < 5; i++) {
            s.fill(mix(new Color(0xa8754f), CREAM, 0.16 * (i % 2)), Sketch.archAt(-60 + i * 350, 720, 300, 560));
            s.fill(new Color(0x6b4433), Sketch.archAt(-20 + i * 350, 720, 220, 470));
        }
        s.shade(new Color(0xa28462), new Color(0x6a5040), Sketch.rectAt(0, 720, 1600, 290));
        s.line(UMBER, 16, 180, 240, 180, 900);
        s.line(UMBER, 16, 1420, 240, 1420, 900);
        s.at(800, 700, 1.5, 0, () -> {
            s.fill(new Color(0x35506a), Sketch.blobOf(-80, 40, -84, -90, -50, -150, 50, -150, 84, -90, 80, 40));
            s.polygon(CREAM, -52, -40, 52, -40, 60, 40, -60, 40);
            s.circle(new Color(0xb07d5c), 0, -196, 44);
            s.fill(new Color(0x3a3431), Sketch.blobOf(-34, -172, -26, -150, 0, -142, 26, -150, 34, -172, 0, -162));
            s.round(new Color(0x7a2a22), -48, -246, 96, 34, 14);
            s.circle(UMBER, -15, -200, 5);
            s.circle(UMBER, 15, -200, 5);
            s.line(new Color(0x35506a), 34, 72, -100, 140, -50);
            s.circle(new Color(0xb07d5c), 150, -44, 19);
            s.ball(new Color(0xd8524a), new Color(0x6c1018), 160, -74, 26);
        });
        s.shade(alpha(INK, 0.32), alpha(INK, 0), Sketch.rectAt(180, 300, 1240, 150));
        Color[][] fruit = {
            {new Color(0xd8524a), new Color(0x6c1018)}, {new Color(0xf0b04c), new Color(0xb9691c)},
            {new Color(0xe9d36a), new Color(0xa08a2c)}, {new Color(0xd8524a), new Color(0x6c1018)},
            {new Color(0xa9bd6a), new Color(0x56702f)}, {new Color(0xea8f4a), new Color(0xa24b1d)}
        };
        for (int row = 0; row < 2; row++) {
            for (int box = 0; box < 5; box++) {
                double w = 248 + row * 26;
                double x = 800 - w * 2.5 + box * w;
                double y = 700 + row * 150;
                Color[] kind = fruit[(box + row * 2) % fruit.length];
                double r = 21 + row * 4 + (box % 2) * 5;
                for (int layer = 0; layer < 3; layer++) {
                    int n = (int) ((w - 36) / (r * 2)) - (layer == 2 ? 1 : 0);
                    for (int k = 0; k < n; k++) {
                        double fx = x + 22 + r + k * r * 2 + (layer % 2) * r * 0.6 + (layer == 2 ? r * 0.4 : 0);
                        s.ball(mix(kind[0], WHITE, s.between(0, 0.12)), kind[1], fx, y + 16 - layer * r * 1.1, r);
                    }
                }
                s.shade(new Color(0xc39058), new Color(0x7d5230), Sketch.rectAt(x + 6, y + 24, w - 12, 116));
                s.line(alpha(UMBER, 0.5), 5, x + 6, y + 62, x + w - 6, y + 62);
                s.line(alpha(UMBER, 0.5), 5, x + 6, y + 100, x + w - 6, y + 100);
                s.polygon(
                        WHITE,
                        x + w / 2 - 36,
                        y + 36,
                        x + w / 2 + 36,
                        y + 36,
                        x + w / 2 + 36,
                        y + 88,
                        x + w / 2 - 36,
                        y + 88);
                s.line(RED, 6, x + w / 2 - 20, y + 54, x + w / 2 + 20, y + 54);
                s.line(alpha(INK, 0.6), 4, x + w / 2 - 20, y + 70, x + w / 2 + 8, y + 70);
            }
        }
        for (int i = 0; i < 12; i++) {
            double top = 260 + i * 90;
            double foot = 128 + i * 112;
            Color cloth = i % 2 == 0 ? RED : WHITE;
            s.shade(
                    mix(cloth, WHITE, 0.08),
                    mix(cloth, INK, 0.14),
                    Sketch.polygonOf(top, 90, top + 90, 90, foot + 112, 280, foot, 280));
            s.fill(
                    mix(cloth, INK, 0.12),
                    new java.awt.geom.Arc2D.Double(foot, 246, 112, 74, 180, 180, java.awt.geom.Arc2D.CHORD));
        }
        for (int i = 0; i < 3; i++) {
            Scenery.lamp(s, 420 + i * 380, 372, 26);
        }
    }

    static void sangakBakery(Sketch s) {
        s.sky(new Color(0x6a4a3a), new Color(0x7d5a45), new Color(0x5a3d30));
        for (int row = 0; row < 15; row++) {
            for (int col = 0; col < 18; col++) {
                s.rect(
                        mix(new Color(0x87604a), new Color(0xa97c5c), s.between(0, 1)),
                        col * 96 + (row % 2) * 48 - 60,
                        row * 54,
                        91,
                        49);
            }
        }
        s.glow(new Color(0xf0a24a), 0.55, 1130, 480, 620);
        s.fill(new Color(0x4a3028), Sketch.archAt(860, 760, 540, 560));
        s.fill(new Color(0x2a1512), Sketch.archAt(905, 730, 450, 480));
        s.within(Sketch.archAt(905, 730, 450, 480), () -> {
            s.glow(new Color(0xff9a3c), 1, 1130, 700, 340);
            s.glow(new Color(0xffe09a), 0.95, 1130, 730, 180);
            for (int i = 0; i < 12; i++) {
                double x = 930 + i * 36;
                double h = s.between(70, 210);
                s.fill(
                        alpha(s.oneOf(new Color(0xf2b04c), new Color(0xf6d27c), new Color(0xdb6a2c)), 0.85),
                        Sketch.blobOf(
                                x, 735, x - 12, 735 - h * 0.4, x + 16, 735 - h, x + 40, 735 - h * 0.45, x + 44, 735));
            }
            for (int i = 0; i < 60; i++) {
                s.ellipse(
                        mix(new Color(0x5d3b2a), AMBER, s.between(0, 0.6)),
                        s.between(915, 1345),
                        s.between(708, 735),
                        12,
                        8);
            }
        });
        s.shade(new Color(0xc9a377), new Color(0x7c5638), Sketch.rectAt(0, 760, 1600, 250));
        s.rect(new Color(0xe2c396), 0, 752, 1600, 16);
        s.line(new Color(0x3a2620), 12, 90, 130, 760, 130);
        for (int i = 0; i < 3; i++) {
            final double x = 190 + i * 220;
            s.at(x, 140, 1, s.between(-3, 3), () -> sangak(s));
        }
        s.at(760, 900, 1, 0, () -> {
            s.ellipse(alpha(INK, 0.35), 10, 4, 130, 14);
            Color shirt = new Color(0xf2eada);
            s.line(new Color(0x2d3440), 56, -30, -180, -46, 0);
            s.line(new Color(0x2d3440), 56, 34, -180, 60, 0);
            s.fill(shirt, Sketch.blobOf(-80, -160, -88, -330, -40, -420, 46, -420, 96, -330, 82, -160));
            s.polygon(new Color(0x8b1a1a), -64, -240, 70, -240, 84, -90, -76, -90);
            s.circle(new Color(0xb07d5c), 10, -470, 48);
            s.fill(shirt, Sketch.blobOf(-44, -486, -50, -530, 10, -556, 66, -530, 62, -486));
            s.line(new Color(0x8a6238), 15, -240, -150, 420, -250);
            s.fill(new Color(0xa8794a), Sketch.blobOf(400, -268, 500, -300, 560, -262, 500, -222, 400, -230));
            s.ellipse(new Color(0xe9c384), 490, -268, 62, 22);
            s.line(shirt, 40, 70, -370, 160, -300);
            s.line(new Color(0xb07d5c), 28, 160, -300, 200, -222);
            s.line(shirt, 40, -60, -370, -110, -280);
            s.line(new Color(0xb07d5c), 28, -110, -280, -70, -180);
        });
        for (int i = 0; i < 3; i++) {
            s.at(400, 900 - i * 34, 0.62, 90 + i * 2.0, () -> sangak(s));
        }
        for (int i = 0; i < 4; i++) {
            s.ellipse(new Color(0xf1e6d0), 1250 + i * 76, 800 + (i % 2) * 46, 52, 38);
            s.ellipse(alpha(WHITE, 0.7), 1238 + i * 76, 790 + (i % 2) * 46, 26, 14);
        }
    }

    private static void sangak(Sketch s) {
        Path2D bread = Sketch.blobOf(
                -30, 0, -56, 80, -84, 220, -92, 380, -70, 470, 0, 500, 74, 470, 92, 370, 80, 210, 52, 80, 30, 0, -30,
                0);
        s.shade(new Color(0xe9c486), new Color(0xc18a4a), bread);
        s.within(bread, () -> {
            for (int i = 0; i < 70; i++) {
                s.ellipse(
                        alpha(s.oneOf(new Color(0x8d5526), new Color(0xf6dfae), new Color(0xa9692f)), 0.5),
                        s.between(-90, 90),
                        s.between(10, 490),
                        s.between(5, 17),
                        s.between(4, 12));
            }
            for (int i = 0; i < 60; i++) {
                s.ellipse(alpha(new Color(0xfdf3d6), 0.9), s.between(-80, 80), s.between(20, 480), 4, 2.2);
            }
        });
        s.stroke(alpha(new Color(0x8d5526), 0.5), 5, bread);
    }

    static void copperware(Sketch s) {
        s.sky(new Color(0x1d2b33), new Color(0x24353c), new Color(0x1a262d));
        s.glow(new Color(0xf2c487), 0.5, 800, 240, 720);
        s.line(UMBER, 14, 0, 88, 1600, 88);
        double[] hang = {150, 420, 720, 1010, 1270, 1490};
        double[] size = {105, 140, 120, 150, 110, 92};
        for (int i = 0; i < hang.length; i++) {
            double top = 170 + (i % 2) * 60;
            s.line(new Color(0x8d7a66), 5, hang[i], 88, hang[i], top);
            pan(s, hang[i], top, size[i]);
        }
        s.shade(new Color(0x7d5335), new Color(0x3f281c), Sketch.rectAt(0, 780, 1600, 230));
        s.rect(new Color(0xa6744b), 0, 770, 1600, 20);
        cauldron(s, 300, 780, 210);
        ewer(s, 660, 780, 1.25);
        cauldron(s, 970, 780, 150);
        ewer(s, 1230, 780, 1.0);
        coffeePot(s, 1440, 780);
        s.at(820, 905, 1, -12, () -> {
            s.round(new Color(0xb98450), -220, -12, 320, 26, 12);
            s.shade(new Color(0xa9adb0), new Color(0x55595e), Sketch.rectAt(90, -52, 66, 104));
            s.polygon(new Color(0x83878b), 156, -52, 196, -26, 196, 26, 156, 52);
        });
        for (int i = 0; i < 26; i++) {
            s.circle(alpha(AMBER, 0.5), s.between(560, 1200), s.between(900, 980), s.between(2, 6));
        }
    }

    private static final Color BRIGHT = new Color(0xf0a874);
    private static final Color COPPER = new Color(0xb5622f);
    private static final Color DARK = new Color(0x5a2a16);

    private static void pan(Sketch s, double x, double top, double r) {
        s.ring(COPPER, 9, x, top + 12, 14);
        s.shadeAcross(BRIGHT, DARK, Sketch.rectAt(x - 11, top + 24, 22, r * 0.9));
        double y = top + 24 + r * 0.85 + r;
        s.ball(BRIGHT, DARK, x, y, r);
        s.ring(alpha(WHITE, 0.35), 4, x, y, r * 0.86);
        s.ring(alpha(DARK, 0.5), 3, x, y, r * 0.55);
        for (int i = 0; i < 40; i++) {
            double a = i * 2.399;
            double d = r * 0.82 * Math.sqrt(i / 40.0);
            s.circle(alpha(i % 3 == 0 ? WHITE : DARK, 0.16), x + Math.cos(a) * d, y + Math.sin(a) * d, r * 0.055);
        }
        s.arc(alpha(WHITE, 0.6), 7, x, y, r * 0.72, 110, 50);
    }

    private static void cauldron(Sketch s, double x, double base, double r) {
        s.ellipse(alpha(INK, 0.5), x + 14, base + 10, r * 1.02, 16);
        s.shadeAcross(
                BRIGHT,
                DARK,
                Sketch.blobOf(
                        x - r * 0.9,
                        base - r * 1.15,
                        x - r,
                        base - r * 0.6,
                        x - r * 0.75,
                        base - r * 0.1,
                        x,
                        base + 6,
                        x + r * 0.75,
                        base - r * 0.1,
                        x + r,
                        base - r * 0.6,
                        x + r * 0.9,
                        base - r * 1.15));
        s.shadeAcross(
                mix(BRIGHT, WHITE, 0.3), COPPER, Sketch.rectAt(x - r * 0.98, base - r * 1.24, r * 1.96, r * 0.13));
        s.ring(DARK, 12, x - r * 1.0, base - r * 0.8, r * 0.13);
        s.ring(DARK, 12, x + r * 1.0, base - r * 0.8, r * 0.13);
        for (int row = 0; row < 5; row++) {
            for (int i = 0; i < 12; i++) {
                s.ellipse(
                        alpha(row % 2 == 0 ? WHITE : DARK, 0.13),
                        x - r * 0.75 + i * r * 0.135,
                        base - r * (0.95 - row * 0.16),
                        r * 0.05,
                        r * 0.06);
            }
        }
        s.curve(
                alpha(WHITE, 0.55),
                9,
                x - r * 0.72,
                base - r * 1.0,
                x - r * 0.8,
                base - r * 0.6,
                x - r * 0.6,
                base - r * 0.25);
    }

    private static void ewer(Sketch s, double x, double base, double scale) {
        s.at(x, base, scale, 0, () -> {
            s.ellipse(alpha(INK, 0.5), 10, 6, 80, 12);
            s.curve(COPPER, 16, 46, -150, 120, -200, 122, -290, 40, -330);
            s.curve(COPPER, 20, -50, -120, -120, -170, -130, -270, -150, -310);
            Path2D body = Sketch.blobOf(
                    -46, 4, -34, -26, -76, -80, -84, -150, -40, -220, -24, -280, -36, -350, 36, -350, 24, -280, 40,
                    -220, 84, -150, 76, -80, 34, -26, 46, 4);
            s.shadeAcross(BRIGHT, DARK, body);
            s.fill(COPPER, Sketch.blobOf(-36, -350, -28, -390, 0, -412, 28, -390, 36, -350));
            s.circle(BRIGHT, 0, -418, 11);
            s.curve(alpha(DARK, 0.6), 5, -82, -140, 0, -122, 82, -140);
            s.curve(alpha(DARK, 0.6), 5, -66, -190, 0, -174, 66, -190);
            s.curve(alpha(WHITE, 0.6), 8, -54, -170, -60, -130, -48, -80);
        });
    }

    private static void coffeePot(Sketch s, double x, double base) {
        s.line(new Color(0x8a6238), 16, x + 20, base - 110, x + 150, base - 150);
        s.shadeAcross(
                BRIGHT,
                DARK,
                Sketch.blobOf(
                        x - 60,
                        base,
                        x - 56,
                        base - 60,
                        x - 30,
                        base - 110,
                        x - 44,
                        base - 140,
                        x + 44,
                        base - 140,
                        x + 30,
                        base - 110,
                        x + 56,
                        base - 60,
                        x + 60,
                        base));
        s.ellipse(DARK, x, base - 140, 42, 8);
    }

    static void jars(Sketch s) {
        s.sky(new Color(0xdcd3bd), new Color(0xcdbfa2));
        for (int i = 0; i < 9; i++) {
            s.line(alpha(BROWN, 0.12), 3, i * 200 - 20, 0, i * 200 - 20, 1000);
        }
        Color[] fill = {
            new Color(0x7a2a4a),
            new Color(0xd28a3a),
            new Color(0x6f8a45),
            new Color(0xb5352e),
            new Color(0xe0c25c),
            new Color(0x4b2f4f),
            new Color(0xa7b56a)
        };
        for (int shelf = 0; shelf < 2; shelf++) {
            double base = 470 + shelf * 440;
            int n = shelf == 0 ? 7 : 5;
            for (int i = 0; i < n; i++) {
                double w = shelf == 0 ? 160 : 200;
                double h = shelf == 0 ? 240 : 290;
                double x = shelf == 0 ? 70 + i * 212 : 60 + i * 252;
                jar(s, x, base, w, h, fill[(i + shelf * 3) % fill.length]);
            }
            s.shade(new Color(0xb07d4f), new Color(0x6e472c), Sketch.rectAt(0, base, 1600, 42));
            s.shade(alpha(INK, 0.32), alpha(INK, 0), Sketch.rectAt(0, base + 42, 1600, 44));
        }
        s.ellipse(alpha(INK, 0.3), 1440, 908, 130, 9);
        s.at(1320, 898, 1, -3, () -> {
            s.line(new Color(0x9a6a3f), 17, 0, 0, 170, -6);
            s.ellipse(new Color(0x9a6a3f), 205, -14, 52, 30);
            s.ellipse(new Color(0x6e472c), 205, -20, 40, 19);
        });
    }

    private static void jar(Sketch s, double x, double base, double w, double h, Color pickle) {
        s.ellipse(alpha(INK, 0.25), x + w / 2 + 16, base - 2, w * 0.56, 10);
        s.round(alpha(WHITE, 0.7), x, base - h, w, h, 26);
        s.shadeAcross(
                mix(pickle, WHITE, 0.22),
                mix(pickle, INK, 0.25),
                new java.awt.geom.RoundRectangle2D.Double(x + 9, base - h + 40, w - 18, h - 49, 40, 40));
        s.within(new java.awt.geom.RoundRectangle2D.Double(x + 9, base - h + 40, w - 18, h - 49, 40, 40), () -> {
            for (int i = 0; i < 34; i++) {
                Color piece = mix(pickle, s.oneOf(WHITE, AMBER, INK, GREEN), s.between(0.1, 0.4));
                s.at(
                        x + s.between(8, w - 8),
                        base - s.between(8, h - 50),
                        1,
                        s.between(0, 180),
                        () -> s.ellipse(alpha(piece, 0.85), 0, 0, s.between(9, 20), s.between(6, 12)));
            }
        });
        s.round(alpha(WHITE, 0.4), x + 20, base - h + 34, 14, h - 64, 7);
        s.polygon(
                RED, x + 4, base - h - 16, x + w - 4, base - h - 16, x + w + 10, base - h + 30, x - 10, base - h + 30);
        for (int i = 0; i < 6; i++) {
            s.circle(CREAM, x + 16 + i * (w - 32) / 5, base - h + 4, 5);
        }
        s.round(BROWN, x - 2, base - h + 18, w + 4, 9, 4);
        s.round(PAPER, x + w * 0.22, base - h * 0.52, w * 0.56, h * 0.26, 6);
        s.line(alpha(INK, 0.7), 5, x + w * 0.34, base - h * 0.43, x + w * 0.66, base - h * 0.43);
        s.line(alpha(INK, 0.45), 3, x + w * 0.38, base - h * 0.35, x + w * 0.62, base - h * 0.35);
    }
}
