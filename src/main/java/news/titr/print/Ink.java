package news.titr.print;

/** A colour as red, green and blue from 0 to 1, in sRGB. */
record Ink(float red, float green, float blue) {
    static final Ink BLACK = new Ink(0.067f, 0.067f, 0.067f);
    static final Ink GREY = new Ink(0.361f, 0.361f, 0.361f);
    static final Ink HAIRLINE = new Ink(0.72f, 0.72f, 0.72f);
    static final Ink SHADE = new Ink(0.955f, 0.95f, 0.94f);
    /** The one accent, #8b1a1a. */
    static final Ink ACCENT = new Ink(0.545f, 0.102f, 0.102f);
    /** Links in the text, #0b3d5c. */
    static final Ink LINK = new Ink(0.043f, 0.239f, 0.361f);
}
