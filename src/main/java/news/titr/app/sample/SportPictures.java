package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Pitch, track, net, table, board and pool. */
final class SportPictures {
    private SportPictures() {}

    static void footballPitch(Sketch s) {
        s.sky(new Color(0x37604a), new Color(0x2f5541));
        for (int i = 0; i < 14; i++) {
            s.rect(i % 2 == 0 ? new Color(0x4b7d58) : new Color(0x42714f), 90 + i * 101.5, 70, 101.5, 860);
        }
        for (int i = 0; i < 900; i++) {
            double x = s.between(0, 1600);
            double y = s.between(0, 1000);
            s.line(alpha(s.oneOf(WHITE, INK), 0.05), 2, x, y, x + 2, y - 9);
        }
        Color chalk = alpha(WHITE, 0.85);
        s.stroke(chalk, 6, Sketch.rectAt(130, 100, 1340, 800));
        s.line(chalk, 6, 800, 100, 800, 900);
        s.ring(chalk, 6, 800, 500, 124);
        s.circle(chalk, 800, 500, 9);
        for (int side = 0; side < 2; side++) {
            Runnable half = () -> {
                s.stroke(chalk, 6, Sketch.rectAt(130, 270, 220, 460));
                s.stroke(chalk, 6, Sketch.rectAt(130, 390, 76, 220));
                s.circle(chalk, 276, 500, 7);
                s.arc(chalk, 6, 276, 500, 120, -52, 104);
                s.arc(chalk, 6, 130, 100, 24, 270, 90);
                s.arc(chalk, 6, 130, 900, 24, 0, 90);
                s.rect(alpha(WHITE, 0.5), 84, 436, 46, 128);
                for (int k = 0; k < 6; k++) {
                    s.line(alpha(PINE, 0.6), 2, 84, 446 + k * 22, 130, 446 + k * 22);
                }
            };
            if (side == 0) {
                half.run();
            } else {
                s.flipped(800, half);
            }
        }
        double[][] home = {
            {170, 500},
            {400, 300},
            {370, 510},
            {420, 720},
            {640, 180},
            {660, 430},
            {700, 610},
            {690, 830},
            {1010, 260},
            {1030, 520},
            {1240, 430}
        };
        double[][] away = {
            {1430, 510},
            {1180, 250},
            {1200, 400},
            {1170, 600},
            {1210, 790},
            {930, 340},
            {900, 640},
            {960, 780},
            {860, 200},
            {560, 350},
            {540, 640}
        };
        for (int i = 0; i < 11; i++) {
            player(s, away[i][0], away[i][1], CREAM, INK);
            player(s, home[i][0], home[i][1], RED, WHITE);
        }
        s.stroke(alpha(AMBER, 0.95), 7, Sketch.curveOf(690, 800, 840, 830, 1060, 700, 1200, 500));
        s.polygon(AMBER, 1222, 462, 1214, 514, 1180, 492);
        s.ellipse(alpha(INK, 0.4), 1262, 470, 13, 8);
        s.circle(WHITE, 1252, 458, 12);
        s.circle(INK, 1252, 458, 4.5);
    }

    private static void player(Sketch s, double x, double y, Color shirt, Color trim) {
        s.polygon(alpha(INK, 0.34), x - 8, y + 8, x + 8, y - 8, x + 88, y + 44, x + 78, y + 60);
        s.circle(alpha(INK, 0.34), x + 88, y + 54, 15);
        s.ellipse(shirt, x, y, 25, 16);
        s.ellipse(trim, x, y, 9, 16);
        s.circle(UMBER, x, y - 3, 10);
    }

    static void chess(Sketch s) {
        s.sky(new Color(0x2b3542), new Color(0x465261), new Color(0x6d6f70));
        s.glow(new Color(0xf7e4b8), 0.5, 1050, 230, 640);
        for (int row = 0; row < 8; row++) {
            double y0 = 560 + 450 * Math.pow(row / 8.0, 1.35);
            double y1 = 560 + 450 * Math.pow((row + 1) / 8.0, 1.35);
            double w0 = 620 + (y0 - 560) * 1.75;
            double w1 = 620 + (y1 - 560) * 1.75;
            for (int col = 0; col < 8; col++) {
                double a0 = 800 + (col / 8.0 - 0.5) * 2 * w0;
                double b0 = 800 + ((col + 1) / 8.0 - 0.5) * 2 * w0;
                double a1 = 800 + (col / 8.0 - 0.5) * 2 * w1;
                double b1 = 800 + ((col + 1) / 8.0 - 0.5) * 2 * w1;
                s.polygon(
                        (row + col) % 2 == 0 ? new Color(0xe6d5b2) : new Color(0x6b4a38),
                        a0,
                        y0,
                        b0,
                        y0,
                        b1,
                        y1,
                        a1,
                        y1);
            }
        }
        s.shade(alpha(INK, 0.4), alpha(INK, 0), Sketch.rectAt(0, 556, 1600, 130));
        Color black = new Color(0x20242d);
        Color white = new Color(0xefe3c9);
        piece(s, 300, 625, 0.62, black, 'p');
        piece(s, 470, 622, 0.62, black, 'p');
        piece(s, 980, 625, 0.74, black, 'k');
        piece(s, 1160, 620, 0.66, black, 'r');
        piece(s, 1340, 628, 0.62, black, 'p');
        piece(s, 690, 690, 0.78, black, 'p');
        piece(s, 1400, 760, 1.0, white, 'p');
        piece(s, 210, 790, 1.1, white, 'r');
        piece(s, 1110, 760, 1.35, RED, 'q');
        piece(s, 520, 930, 1.5, white, 'p');
        piece(s, 860, 955, 1.55, black, 'n');
    }

    private static void piece(Sketch s, double x, double base, double k, Color colour, char kind) {
        Color light = mix(colour, WHITE, 0.22);
        Color dark = mix(colour, INK, 0.45);
        s.at(x, base, k, 0, () -> {
            s.ellipse(alpha(INK, 0.4), 26, 4, 104, 20);
            s.shadeAcross(light, dark, new java.awt.geom.RoundRectangle2D.Double(-84, -38, 168, 48, 26, 26));
            s.shadeAcross(light, dark, new java.awt.geom.RoundRectangle2D.Double(-66, -64, 132, 34, 22, 22));
            double neck = kind == 'p' ? -170 : kind == 'r' ? -200 : kind == 'n' ? -70 : -280;
            if (kind != 'n') {
                s.shadeAcross(light, dark, Sketch.blobOf(-54, -60, -34, -110, -24, neck, 24, neck, 34, -110, 54, -60));
                s.shadeAcross(light, dark, new java.awt.geom.RoundRectangle2D.Double(-46, neck - 12, 92, 24, 20, 20));
            }
            switch (kind) {
                case 'p' -> s.ball(light, dark, 0, neck - 44, 44);
                case 'r' -> {
                    s.shadeAcross(light, dark, Sketch.rectAt(-52, neck - 84, 104, 78));
                    for (int i = 0; i < 3; i++) {
                        s.shadeAcross(light, dark, Sketch.rectAt(-52 + i * 38, neck - 112, 28, 32));
                    }
                }
                case 'k' -> {
                    s.shadeAcross(
                            light, dark, Sketch.polygonOf(-34, neck - 8, -52, neck - 96, 52, neck - 96, 34, neck - 8));
                    s.rect(light, -7, neck - 150, 14, 56);
                    s.rect(light, -26, neck - 134, 52, 14);
                }
                case 'q' -> {
                    s.shadeAcross(
                            light,
                            dark,
                            Sketch.polygonOf(
                                    -34,
                                    neck - 8,
                                    -64,
                                    neck - 112,
                                    -32,
                                    neck - 66,
                                    -16,
                                    neck - 122,
                                    0,
                                    neck - 68,
                                    16,
                                    neck - 122,
                                    32,
                                    neck - 66,
                                    64,
                                    neck - 112,
                                    34,
                                    neck - 8));
                    for (int i = 0; i < 4; i++) {
                        s.circle(
                                AMBER,
                                i < 2 ? -64 + i * 48 : 16 + (i - 2) * 48,
                                neck - (i == 0 || i == 3 ? 120 : 130),
                                10);
                    }
                }
                default ->
                    s.shadeAcross(
                            light,
                            dark,
                            Sketch.blobOf(
                                    -60, -60, -56, -130, -20, -180, -30, -190, -84, -160, -110, -186, -84, -236, -44,
                                    -284, -34, -320, -8, -286, 44, -262, 70, -190, 62, -110, 60, -60));
            }
            s.line(alpha(WHITE, 0.35), 7, -40, -92, -26, kind == 'n' ? -150 : neck + 26);
            if (kind == 'n') {
                s.circle(alpha(WHITE, 0.8), -42, -240, 7);
            }
        });
    }

    static void runner(Sketch s) {
        s.sky(new Color(0xb65a44), new Color(0xa84b38), new Color(0x8e3527));
        for (int i = 0; i < 9; i++) {
            double r = 1150 + i * 128;
            s.ring(alpha(WHITE, 0.85), 6 + i * 0.6, 330, 1560, r);
        }
        s.circle(new Color(0x6f8a55), 330, 1560, 1020);
        s.ring(alpha(new Color(0x506d42), 0.8), 30, 330, 1560, 1005);
        for (int i = 0; i < 1500; i++) {
            double x = s.between(0, 1600);
            double y = s.between(0, 1000);
            s.circle(alpha(s.oneOf(WHITE, INK), 0.05), x, y, s.between(1, 2.6));
        }
        s.at(860, 610, 1, 0, () -> {
            Color shade = alpha(INK, 0.36);
            s.at(120, 236, 1, 0, () -> {
                s.blob(shade, -200, 24, -60, -10, 140, 0, 420, 60, 560, 92, 520, 120, 300, 92, 60, 60, -120, 60);
            });
            figure(s);
        });
        s.at(395, 345, 0.42, 0, () -> {
            s.ellipse(alpha(INK, 0.3), 110, 250, 220, 26);
            figure(s);
        });
    }

    private static void figure(Sketch s) {
        Color skin = new Color(0x9a6548);
        Color deep = new Color(0x7b4d37);
        s.line(deep, 34, -30, -150, -110, -80);
        s.line(deep, 28, -110, -80, -60, -20);
        s.line(deep, 52, -18, 10, -100, 110);
        s.line(deep, 40, -100, 110, -226, 96);
        s.at(-238, 96, 1, 62, () -> s.round(WHITE, -46, -16, 86, 32, 14));
        s.line(new Color(0x1c2230), 62, -14, 4, -62, 62);
        s.fill(RED, Sketch.blobOf(-46, 20, -52, -60, -36, -150, 6, -206, 66, -196, 84, -150, 54, -60, 40, 22));
        s.polygon(WHITE, -30, -110, 56, -116, 48, -50, -34, -44);
        s.line(INK, 9, -4, -98, 18, -98);
        s.line(INK, 9, -2, -66, 26, -66);
        s.line(skin, 60, 8, 10, 110, 66);
        s.line(skin, 44, 110, 66, 96, 196);
        s.at(112, 214, 1, -8, () -> s.round(WHITE, -40, -16, 96, 32, 14));
        s.line(new Color(0x1c2230), 64, 6, 8, 62, 38);
        s.line(skin, 34, 56, -166, 96, -84);
        s.line(skin, 28, 96, -84, 168, -134);
        s.circle(skin, 172, -138, 19);
        s.line(skin, 34, 46, -200, 64, -236);
        s.ellipse(skin, 80, -268, 44, 50);
        s.fill(UMBER, Sketch.blobOf(40, -250, 34, -300, 76, -326, 120, -306, 118, -288, 84, -292, 60, -262, 52, -240));
        s.curve(UMBER, 26, 44, -286, -6, -292, -50, -262, -90, -270);
        s.line(RED, 9, 40, -280, 122, -296);
        s.circle(INK, 106, -270, 5);
    }

    static void volleyball(Sketch s) {
        s.sky(new Color(0x274264), new Color(0x37587a), new Color(0x5b7d92));
        for (int i = 0; i < 4; i++) {
            s.glow(WHITE, 0.55, 220 + i * 390, 20, 280);
            s.round(WHITE, 150 + i * 390, 10, 140, 20, 8);
        }
        for (int row = 0; row < 4; row++) {
            for (int i = 0; i < 42; i++) {
                double x = i * 40 + (row % 2) * 20 - 10;
                double y = 300 + row * 46;
                s.circle(alpha(s.oneOf(INK, RED, DEEP, TEAL, UMBER), 0.55), x, y, 15);
                s.round(alpha(s.oneOf(INK, RED, DEEP, TEAL, OCHRE), 0.5), x - 19, y + 14, 38, 34, 12);
            }
        }
        s.shade(alpha(new Color(0x37587a), 0.5), alpha(new Color(0x5b7d92), 0.75), Sketch.rectAt(0, 260, 1600, 250));
        s.shade(new Color(0xcf9656), new Color(0x98602f), Sketch.rectAt(0, 860, 1600, 150));
        s.line(WHITE, 10, 0, 900, 1600, 900);
        arm(s, 500, 1010, 580, 640, 560, 400, RED);
        arm(s, 660, 1010, 690, 640, 700, 380, RED);
        arm(s, 850, 1010, 860, 660, 850, 420, RED);
        arm(s, 1010, 1010, 990, 660, 980, 440, RED);
        for (double y = 505; y < 800; y += 34) {
            s.line(alpha(WHITE, 0.75), 4, 0, y, 1600, y);
        }
        for (double x = 10; x < 1600; x += 34) {
            s.line(alpha(WHITE, 0.6), 3, x, 500, x, 790);
        }
        s.rect(WHITE, 0, 470, 1600, 44);
        s.rect(alpha(INK, 0.12), 0, 504, 1600, 10);
        s.rect(WHITE, 0, 786, 1600, 16);
        s.line(new Color(0xd8d2c4), 18, 1470, 180, 1470, 900);
        for (int i = 0; i < 7; i++) {
            s.rect(i % 2 == 0 ? RED : WHITE, 1461, 180 + i * 42, 18, 42);
        }
        s.at(770, 220, 1, -18, () -> {
            s.ball(new Color(0xfffaf0), new Color(0xc9b99a), 0, 0, 128);
            s.within(Sketch.circleAt(0, 0, 128), () -> {
                for (int i = 0; i < 3; i++) {
                    s.at(0, 0, 1, i * 120, () -> {
                        s.fill(
                                alpha(RED, 0.9),
                                Sketch.blobOf(0, 0, 44, -60, 120, -90, 170, -40, 130, 20, 60, 26, 0, 0));
                        s.curve(alpha(INK, 0.55), 4, 0, 0, 60, 26, 140, 20);
                        s.curve(alpha(INK, 0.55), 4, 0, 0, 44, -60, 100, -120);
                        s.curve(alpha(INK, 0.4), 3, 16, -8, 90, -26, 150, -20);
                    });
                }
            });
            s.arc(alpha(WHITE, 0.7), 9, 0, 0, 104, 100, 60);
        });
        for (int i = 0; i < 3; i++) {
            s.curve(
                    alpha(WHITE, 0.55),
                    6,
                    930 + i * 24,
                    120 + i * 56,
                    1040 + i * 30,
                    90 + i * 50,
                    1150 + i * 20,
                    84 + i * 44);
        }
    }

    private static void arm(Sketch s, double x0, double y0, double x1, double y1, double x2, double y2, Color sleeve) {
        Color skin = new Color(0xb98563);
        s.line(skin, 56, x1, y1, x2, y2);
        s.line(sleeve, 78, x0, y0, x1, y1 + 40);
        s.round(WHITE, (x1 + x2) / 2 - 32, (y1 + y2) / 2 + 10, 64, 42, 10);
        s.round(skin, x2 - 36, y2 - 66, 74, 82, 30);
        for (int i = 0; i < 4; i++) {
            s.line(skin, 17, x2 - 26 + i * 18, y2 - 46, x2 - 38 + i * 26, y2 - 118 + Math.abs(i - 1.4) * 12);
        }
        s.line(skin, 18, x2 + 26, y2 - 16, x2 + 58, y2 - 54);
    }

    static void pingPong(Sketch s) {
        s.sky(new Color(0x2b5f5c), new Color(0x245250));
        s.shade(new Color(0x3b7a72), new Color(0x2c6660), Sketch.rectAt(0, 0, 1600, 1000));
        s.line(WHITE, 14, 0, 500, 1600, 500);
        s.line(WHITE, 26, 14, 0, 14, 1000);
        for (int i = 0; i < 46; i++) {
            double x = s.between(-40, 1640);
            double y = s.between(-40, 1040);
            s.at(x, y, 1, s.between(0, 180), () -> s.ellipse(alpha(INK, 0.14), 0, 0, 62, 26));
        }
        s.polygon(alpha(INK, 0.28), 1080, -20, 1150, -20, 1270, 1020, 1200, 1020);
        s.rect(alpha(WHITE, 0.5), 1052, -10, 70, 1020);
        for (int i = 0; i < 30; i++) {
            s.line(alpha(PINE, 0.55), 2.5, 1052, i * 36, 1122, i * 36);
        }
        for (int i = 0; i < 3; i++) {
            s.line(alpha(PINE, 0.55), 2.5, 1066 + i * 18, 0, 1066 + i * 18, 1000);
        }
        s.rect(WHITE, 1044, -10, 16, 1020);
        paddle(s, 440, 350, -38, RED);
        paddle(s, 700, 690, 118, new Color(0x20242d));
        s.ellipse(alpha(INK, 0.32), 858, 372, 44, 32);
        s.ball(WHITE, new Color(0xcfc5b2), 836, 344, 40);
        s.ellipse(alpha(INK, 0.35), 1366, 296, 116, 100);
        s.circle(new Color(0xd9cbb0), 1340, 270, 112);
        s.circle(new Color(0xf3ebda), 1340, 270, 98);
        s.circle(alpha(WHITE, 0.5), 1340, 270, 68);
        s.circle(new Color(0x9c4a1e), 1340, 270, 60);
        s.arc(alpha(AMBER, 0.8), 6, 1340, 270, 46, 100, 90);
        s.ellipse(alpha(INK, 0.35), 1426, 726, 116, 100);
        s.circle(new Color(0xd9cbb0), 1400, 700, 112);
        s.circle(new Color(0xf3ebda), 1400, 700, 98);
        s.circle(alpha(WHITE, 0.5), 1400, 700, 68);
        s.circle(new Color(0x9c4a1e), 1400, 700, 60);
        s.arc(alpha(AMBER, 0.8), 6, 1400, 700, 46, 100, 90);
        s.at(1310, 480, 1, 12, () -> s.round(WHITE, -20, -20, 40, 40, 7));
        s.at(1372, 466, 1, 40, () -> s.round(CREAM, -20, -20, 40, 40, 7));
    }

    private static void paddle(Sketch s, double x, double y, double turn, Color rubber) {
        s.at(x + 26, y + 30, 1, turn, () -> {
            s.ellipse(alpha(INK, 0.32), 0, 0, 172, 188);
            s.round(alpha(INK, 0.32), -32, 150, 64, 210, 20);
        });
        s.at(x, y, 1, turn, () -> {
            s.shadeAcross(
                    new Color(0xd6a86c),
                    new Color(0x93622f),
                    new java.awt.geom.RoundRectangle2D.Double(-34, 140, 68, 220, 40, 40));
            s.line(new Color(0x6e4620), 4, -12, 180, -12, 350);
            s.line(new Color(0x6e4620), 4, 12, 180, 12, 350);
            s.ellipse(new Color(0xc7975a), 0, 0, 174, 190);
            Path2D face = Sketch.blobOf(
                    -130, 108, -172, 0, -130, -124, 0, -182, 130, -124, 172, 0, 130, 108, 60, 134, -60, 134, -130, 108);
            s.shade(mix(rubber, WHITE, 0.14), mix(rubber, INK, 0.2), face);
            s.curve(alpha(WHITE, 0.25), 12, -128, -20, -96, -110, -20, -152);
        });
    }

    static void pool(Sketch s) {
        s.sky(new Color(0x57a0b5), new Color(0x3f8aa4), new Color(0x2f7390));
        for (int i = 0; i < 520; i++) {
            double x = s.between(-40, 1640);
            double y = s.between(-20, 1020);
            double w = s.between(18, 70);
            s.curve(
                    alpha(WHITE, s.between(0.06, 0.26)),
                    s.between(1.5, 4),
                    x,
                    y,
                    x + w * 0.5,
                    y + s.between(-10, 10),
                    x + w,
                    y);
        }
        for (int lane = 0; lane <= 6; lane++) {
            double y = -60 + lane * 186;
            s.line(alpha(new Color(0x1d4e68), 0.55), 26, 150, y + 93, 1600, y + 93);
            s.line(alpha(new Color(0x1d4e68), 0.55), 26, 160, y + 63, 160, y + 123);
            for (int i = 0; i < 60; i++) {
                Color bead = i < 8 || (i / 4) % 2 == 0 ? RED : WHITE;
                s.ellipse(alpha(INK, 0.18), 108 + i * 26, y + 8, 12, 9);
                s.ellipse(bead, 104 + i * 26, y, 12, 9);
            }
        }
        s.shade(new Color(0xe8dcc4), new Color(0xcdbd9f), Sketch.rectAt(0, 0, 84, 1000));
        for (int i = 0; i < 12; i++) {
            s.line(alpha(BROWN, 0.2), 2, 0, i * 90, 84, i * 90);
        }
        s.rect(WHITE, 78, 0, 10, 1000);
        double[] x = {620, 1130, 420, 900, 1320};
        Color[] caps = {RED, WHITE, AMBER, RED, WHITE};
        for (int lane = 0; lane < 5; lane++) {
            swimmer(s, x[lane], 33 + lane * 186.0 + 1, caps[lane]);
        }
        for (int i = 0; i < 5; i++) {
            double y = 70 + i * 186;
            s.round(i % 2 == 0 ? RED : DEEP, 14, y - 34, 44, 68, 10);
        }
    }

    private static void swimmer(Sketch s, double x, double y, Color cap) {
        Color skin = new Color(0xc08b67);
        s.ellipse(alpha(INK, 0.22), x + 20, y + 30, 130, 24);
        for (int i = 0; i < 26; i++) {
            s.circle(
                    alpha(WHITE, s.between(0.3, 0.9)),
                    x - 110 - s.between(0, 110),
                    y + s.between(-32, 32),
                    s.between(3, 13));
        }
        s.line(skin, 22, x - 20, y + 10, x - 112, y + 14);
        s.line(skin, 22, x - 20, y - 8, x - 112, y - 12);
        s.fill(
                DEEP,
                Sketch.blobOf(
                        x - 50, y - 26, x + 20, y - 34, x + 74, y - 28, x + 74, y + 28, x + 20, y + 34, x - 50,
                        y + 26));
        s.line(skin, 22, x + 64, y - 26, x + 150, y - 52);
        s.line(skin, 22, x + 150, y - 52, x + 196, y - 26);
        s.line(skin, 22, x + 56, y + 30, x - 12, y + 62);
        s.circle(skin, x + 104, y, 27);
        s.circle(cap, x + 108, y, 27);
        s.arc(alpha(WHITE, 0.7), 5, x + 108, y, 18, 90, 80);
        for (int i = 0; i < 8; i++) {
            s.circle(alpha(WHITE, 0.8), x + 196 + s.between(-18, 26), y - 24 + s.between(-20, 20), s.between(3, 9));
        }
    }
}
