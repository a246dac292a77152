package news.titr.language;

/** Punctuation, digits, quotation marks and spaces, as far as the house style asks. */
final class PunctuationRules {
    private static final Edit.Reason MARK =
            new Edit.Reason("tidy.punctuation", "در متن فارسی نشانهٔ فارسی گذاشته می‌شود.");
    private static final Edit.Reason DIGIT = new Edit.Reason("tidy.digit", "شکل رقم‌ها در این رسانه چنین است.");
    private static final Edit.Reason QUOTES = new Edit.Reason("tidy.quotes", "شکل گیومه در این رسانه چنین است.");
    private static final Edit.Reason TOO_WIDE = new Edit.Reason("tidy.space.extra", "این فاصله زیادی است.");
    private static final Edit.Reason TOO_NARROW =
            new Edit.Reason("tidy.space.missing", "پس از این نشانه یک فاصله می‌آید.");

    private final EditList edits;
    private final String text;

    private PunctuationRules(EditList edits) {
        this.edits = edits;
        text = edits.text();
    }

    static void add(EditList edits, HouseStyle style) {
        PunctuationRules rules = new PunctuationRules(edits);
        switch (style.digits()) {
            case LEAVE -> {}
            case PERSIAN -> rules.digits('\u06f0');
            case LATIN -> rules.digits('0');
        }
        switch (style.quotes()) {
            case LEAVE -> {}
            case GUILLEMETS -> rules.guillemets();
            case STRAIGHT -> rules.straightQuotes();
        }
        if (style.punctuation()) {
            rules.marks();
        }
        if (style.spacing()) {
            rules.spaces();
        }
    }

    private void digits(char zero) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9' || c >= '\u06f0' && c <= '\u06f9' || c >= '\u0660' && c <= '\u0669';
            if (digit && !edits.isProtected(i)) {
                String after = String.valueOf((char) (zero + Character.digit(c, 10)));
                edits.add(i, i + 1, after, Edit.Kind.DIGIT, DIGIT);
            }
        }
    }

    /** Only pairs within a line are turned: an odd mark may be an inch. */
    private void guillemets() {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                open = -1;
            } else if (c == '“' || c == '”') {
                if (!edits.isProtected(i)) {
                    edits.add(i, i + 1, c == '“' ? "«" : "»", Edit.Kind.QUOTES, QUOTES);
                }
            } else if (c == '"' && !edits.isProtected(i)) {
                if (open < 0) {
                    open = i;
                } else {
                    edits.add(open, open + 1, "«", Edit.Kind.QUOTES, QUOTES);
                    edits.add(i, i + 1, "»", Edit.Kind.QUOTES, QUOTES);
                    open = -1;
                }
            }
        }
    }

    private void straightQuotes() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '«' || c == '»' || c == '“' || c == '”') {
                edits.add(i, i + 1, "\"", Edit.Kind.QUOTES, QUOTES);
            }
        }
    }

    private void marks() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && text.startsWith("...", i) && !text.startsWith("....", i) && before(i) != '.') {
                if (isPersian(beforeSpaces(i))) {
                    edits.add(i, i + 3, "…", Edit.Kind.PUNCTUATION, MARK);
                }
                i += 2;
                continue;
            }
            String persian = switch (c) {
                case ',' -> "،";
                case ';' -> "؛";
                case '?' -> "؟";
                default -> "";
            };
            boolean betweenDigits = Character.isDigit(before(i)) && Character.isDigit(after(i));
            if (!persian.isEmpty() && isPersian(beforeSpaces(i)) && !betweenDigits) {
                edits.add(i, i + 1, persian, Edit.Kind.PUNCTUATION, MARK);
            }
        }
    }

    private void spaces() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ') {
                int from = at;
                while (at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
                boolean atEdge =
                        from == 0 || text.charAt(from - 1) == '\n' || at == text.length() || after(at - 1) == '\n';
                if (!atEdge) {
                    boolean none = closes(text.charAt(at)) && isPersian(before(from)) || before(from) == '«';
                    if (none) {
                        edits.add(from, at, "", Edit.Kind.SPACING, TOO_WIDE);
                    } else if (at - from > 1) {
                        edits.add(from, at, " ", Edit.Kind.SPACING, TOO_WIDE);
                    }
                }
                continue;
            }
            if ((c == '،' || c == '؛' || c == '؟') && StyleRules.isLetter(after(at))) {
                edits.add(at + 1, at + 1, " ", Edit.Kind.SPACING, TOO_NARROW);
            }
            at++;
        }
    }

    private static boolean closes(char c) {
        return c == '،' || c == '؛' || c == '؟' || c == '!' || c == '.' || c == ':' || c == '»';
    }

    private char before(int at) {
        return at > 0 ? text.charAt(at - 1) : '\n';
    }

    private char after(int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    }

    private char beforeSpaces(int at) {
        int from = at - 1;
        while (from >= 0 && (text.charAt(from) == ' ' || text.charAt(from) == '»' || text.charAt(from) == ')')) {
            from--;
        }
        return from >= 0 ? text.charAt(from) : '\n';
    }

    private static boolean isPersian(char c) {
        return StyleRules.isLetter(c) || c >= '\u06f0' && c <= '\u06f9' || c == '»' || c == ')';
    }
}
