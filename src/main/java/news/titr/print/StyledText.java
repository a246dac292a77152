package news.titr.print;

/** Some text in one style; a line feed is a line break. */
record StyledText(String text, Style style) {}
