package news.titr.screenshots;

/** One picture: of which kind of page, in which edition, how wide, light or dark. */
record Shot(String page, String edition, int width, String scheme) {

    /** Its name in the folder. */
    String file() {
        return "%s-%s-%d-%s.png".formatted(page, edition, width, scheme);
    }

    /** All that show the same page stand in one row. */
    String row() {
        return page + "-" + edition;
    }

    String caption() {
        return width + " px, " + scheme;
    }
}
