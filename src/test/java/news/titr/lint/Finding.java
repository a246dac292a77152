package news.titr.lint;

/** A place where a rule is broken. */
record Finding(String path, int line, String what) {
    @Override
    public String toString() {
        return path + ":" + line + ": " + what;
    }
}
