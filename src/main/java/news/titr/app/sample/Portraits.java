package news.titr.app.sample;

import static news.titr.app.sample.Palette.*;

import java.awt.Color;
import java.awt.geom.Path2D;

/** The flat faces of people in the sample newspaper, each 800 by 800. */
final class Portraits {
    private static final Color FAIR = new Color(0xdcae8b);
    private static final Color WARM = new Color(0xc99470);
    private static final Color TAWNY = new Color(0xb27d5a);

    private Portraits() {}

    static void golnar(Sketch s) {
        background(s, new Color(0xd9b98a), new Color(0xc79f6a));
        scarf(s, RED, new Color(0x2d3c52));
        face(s, FAIR);
        fringe(s, UMBER);
        features(s, UMBER, false);
    }

    static void farhad(Sketch s) {
        background(s, new Color(0x8fa9b3), new Color(0x6f8e9c));
        shoulders(s, new Color(0x2b3342), WHITE, RED);
        neck(s, WARM);
        ears(s, WARM);
        face(s, WARM);
        shortHair(s, new Color(0x9a9a98), 0.7);
        beard(s, new Color(0x9a9a98), true);
        features(s, new Color(0x77777a), true);
    }

    static void katayoun(Sketch s) {
        background(s, new Color(0xa9ab7f), new Color(0x858a5c));
        scarf(s, new Color(0x2f6668), new Color(0xe6d9bd));
        face(s, WARM);
        fringe(s, new Color(0x6b6460));
        features(s, UMBER, true);
    }

    static void mahnaz(Sketch s) {
        background(s, new Color(0xc9d2d0), new Color(0x9fb0b3));
        scarf(s, new Color(0x29405f), new Color(0x7a2422));
        face(s, FAIR);
        fringe(s, new Color(0x3a2b25));
        features(s, UMBER, false);
    }

    static void yousef(Sketch s) {
        background(s, new Color(0xb98f6c), new Color(0x94694b));
        shoulders(s, new Color(0x4c4038), new Color(0x7d8a80), new Color(0x4c4038));
        neck(s, TAWNY);
        ears(s, TAWNY);
        face(s, TAWNY);
        shortHair(s, new Color(0xd9d5cb), 1.15);
        beard(s, new Color(0xe2ded4), false);
        features(s, new Color(0xb9b4a9), true);
    }

    static void iraj(Sketch s) {
        background(s, new Color(0x6f8a68), new Color(0x4c6a50));
        shoulders(s, RED, new Color(0xf0e8d8), WHITE);
        neck(s, TAWNY);
        ears(s, TAWNY);
        face(s, TAWNY);
        shortHair(s, new Color(0x3a3533), 0.85);
        beard(s, alpha(new Color(0x4a4340), 0.55), true);
        features(s, UMBER, false);
        s.line(INK, 5, 330, 560, 384, 690);
        s.line(INK, 5, 470, 560, 410, 690);
        s.round(AMBER, 372, 686, 50, 30, 10);
    }

    static void parisa(Sketch s) {
        background(s, new Color(0x9db7c2), new Color(0x7493a5));
        scarf(s, new Color(0xd9a24c), new Color(0x33405a));
        face(s, FAIR);
        fringe(s, new Color(0x4a2f22));
        features(s, new Color(0x4a2f22), true);
    }

    static void babak(Sketch s) {
        background(s, new Color(0xd9b0a0), new Color(0xbd8471));
        shoulders(s, new Color(0x35506a), new Color(0x35506a), new Color(0x35506a));
        neck(s, WARM);
        ears(s, WARM);
        face(s, WARM);
        shortHair(s, new Color(0x241c1a), 1.3);
        beard(s, new Color(0x2c2320), true);
        features(s, new Color(0x241c1a), false);
    }

    private static void background(Sketch s, Color top, Color bottom) {
        s.sky(top, bottom);
        s.circle(alpha(WHITE, 0.16), 400, 380, 330);
    }

    private static void shoulders(Sketch s, Color coat, Color shirt, Color tie) {
        s.shadeAcross(
                mix(coat, WHITE, 0.08),
                mix(coat, INK, 0.25),
                Sketch.blobOf(40, 820, 70, 690, 180, 620, 330, 580, 470, 580, 620, 620, 730, 690, 760, 820));
        s.polygon(shirt, 318, 580, 482, 580, 440, 700, 400, 820, 360, 700);
        s.polygon(tie, 382, 640, 418, 640, 436, 820, 364, 820);
        s.polygon(mix(coat, INK, 0.25), 318, 578, 360, 700, 390, 820, 250, 820, 276, 640);
        s.polygon(mix(coat, INK, 0.35), 482, 578, 440, 700, 410, 820, 550, 820, 524, 640);
    }

    private static void neck(Sketch s, Color skin) {
        s.fill(
                mix(skin, INK, 0.18),
                Sketch.blobOf(334, 470, 334, 590, 360, 632, 400, 648, 440, 632, 466, 590, 466, 470));
    }

    private static void ears(Sketch s, Color skin) {
        s.ellipse(mix(skin, RED, 0.12), 256, 384, 24, 42);
        s.ellipse(mix(skin, INK, 0.2), 544, 384, 24, 42);
    }

    private static Path2D oval() {
        return Sketch.blobOf(
                400, 190, 310, 214, 262, 300, 262, 400, 292, 490, 346, 550, 400, 568, 454, 550, 508, 490, 538, 400, 538,
                300, 490, 214, 400, 190);
    }

    private static void face(Sketch s, Color skin) {
        Path2D oval = oval();
        s.fill(skin, oval);
        s.within(oval, () -> {
            s.fill(
                    mix(skin, new Color(0x6b3f2f), 0.22),
                    Sketch.blobOf(
                            420, 180, 446, 300, 430, 372, 452, 436, 426, 452, 430, 500, 420, 580, 600, 580, 600, 180));
            s.circle(alpha(ROSE, 0.22), 322, 452, 42);
            s.circle(alpha(ROSE, 0.18), 488, 452, 36);
        });
    }

    private static void features(Sketch s, Color brow, boolean glasses) {
        s.curve(brow, 11, 298, 346, 326, 330, 366, 340);
        s.curve(brow, 11, 436, 340, 474, 330, 502, 346);
        for (double x : new double[] {332, 468}) {
            s.ellipse(WHITE, x, 382, 24, 13);
            s.circle(INK, x, 382, 12);
            s.circle(WHITE, x + 4, 378, 3.5);
            s.curve(UMBER, 5, x - 27, 380, x, 366, x + 27, 380);
        }
        s.curve(alpha(new Color(0x6b3f2f), 0.75), 6, 404, 380, 416, 436, 420, 452, 400, 462, 382, 456);
        s.curve(new Color(0x8f4038), 8, 358, 500, 400, 514, 444, 498);
        s.curve(alpha(new Color(0x6b3f2f), 0.4), 4, 382, 530, 400, 534, 420, 530);
        if (glasses) {
            s.fill(alpha(WHITE, 0.2), Sketch.circleAt(332, 384, 46));
            s.fill(alpha(WHITE, 0.2), Sketch.circleAt(468, 384, 46));
            s.ring(INK, 7, 332, 384, 47);
            s.ring(INK, 7, 468, 384, 47);
            s.curve(INK, 7, 379, 378, 400, 368, 421, 378);
            s.line(INK, 6, 286, 376, 262, 366);
            s.line(INK, 6, 514, 376, 538, 366);
        }
    }

    private static void scarf(Sketch s, Color cloth, Color coat) {
        s.shadeAcross(
                mix(coat, WHITE, 0.08),
                mix(coat, INK, 0.2),
                Sketch.blobOf(30, 820, 66, 700, 190, 626, 330, 590, 470, 590, 610, 626, 734, 700, 770, 820));
        s.shadeAcross(
                mix(cloth, WHITE, 0.12),
                mix(cloth, INK, 0.28),
                Sketch.blobOf(
                        400, 110, 276, 142, 206, 250, 204, 400, 236, 520, 214, 620, 262, 700, 400, 730, 540, 700, 588,
                        620, 564, 520, 596, 400, 594, 250, 524, 142, 400, 110));
        s.fill(
                mix(cloth, INK, 0.38),
                Sketch.blobOf(
                        262, 420, 290, 520, 346, 590, 400, 610, 454, 590, 510, 520, 538, 420, 530, 560, 470, 640, 400,
                        656, 330, 640, 270, 560, 262, 420));
        s.curve(mix(cloth, INK, 0.3), 6, 258, 580, 330, 676, 470, 700);
        s.curve(mix(cloth, INK, 0.3), 6, 560, 560, 500, 640, 420, 690);
        s.curve(mix(cloth, WHITE, 0.25), 6, 240, 300, 262, 210, 330, 150);
    }

    private static void fringe(Sketch s, Color hair) {
        s.fill(
                hair,
                Sketch.blobOf(
                        262, 330, 268, 240, 330, 186, 400, 178, 490, 190, 536, 250, 540, 330, 512, 268, 440, 232, 380,
                        226, 320, 256, 284, 300, 262, 330));
    }

    private static void shortHair(Sketch s, Color hair, double volume) {
        double top = 190 - 46 * volume;
        s.fill(
                hair,
                Sketch.blobOf(
                        254, 372, 240, 290, 262, 214, 320, top + 12, 400, top - 4, 480, top + 8, 540, 214, 560, 290,
                        546, 372, 526, 300, 500, 256, 420, 246, 350, 262, 300, 256, 276, 300, 254, 372));
        s.fill(
                alpha(WHITE, 0.10),
                Sketch.blobOf(290, 236, 330, top + 40, 400, top + 26, 370, top + 60, 320, 240, 290, 236));
    }

    private static void beard(Sketch s, Color hair, boolean close) {
        s.within(close ? oval() : Sketch.blobOf(220, 380, 270, 560, 400, 650, 530, 560, 580, 380), () -> {
            s.fill(
                    hair,
                    Sketch.blobOf(
                            250,
                            400,
                            284,
                            424,
                            316,
                            478,
                            352,
                            474,
                            400,
                            466,
                            448,
                            474,
                            484,
                            478,
                            516,
                            424,
                            550,
                            400,
                            540,
                            520,
                            470,
                            600,
                            400,
                            close ? 590 : 636,
                            330,
                            600,
                            260,
                            520,
                            250,
                            400));
            s.fill(
                    mix(hair, INK, 0.12),
                    Sketch.blobOf(
                            346, 488, 372, 470, 400, 478, 428, 470, 456, 488, 430, 486, 400, 492, 370, 486, 346, 488));
        });
    }
}
