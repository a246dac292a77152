package news.titr.doc.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.titr.doc.Inline;

/**
 * Compares two texts word by word, so that it reads well: words stay whole, what was said anew is one change and not ten
 * pieces, and what looks the same but is not is told.
 */
public final class TextDifference {

    private final Token.Runs before;
    private final Token.Runs after;
    private final List<Token> old;
    private final List<Token> now;
    private final List<Change> changes = new ArrayList<>();

    private TextDifference(List<Inline> before, List<Inline> after) {
        this.before = new Token.Runs(before);
        this.after = new Token.Runs(after);
        old = Token.of(this.before.text);
        now = Token.of(this.after.text);
    }

    public static List<Change> of(String before, String after) {
        return of(Inline.plain(before), Inline.plain(after));
    }

    public static List<Change> of(List<Inline> before, List<Inline> after) {
        if (Token.joined(before).equals(Token.joined(after))) {
            return before.isEmpty() ? List.of() : List.of(new Change.Kept(Token.joined(after)));
        }
        if (before.isEmpty() || after.isEmpty()) {
            return List.of(
                    before.isEmpty()
                            ? new Change.Inserted(Token.joined(after))
                            : new Change.Removed(Token.joined(before)));
        }
        var difference = new TextDifference(before, after);
        difference.compare();
        return difference.changes;
    }

    private void compare() {
        // the end of one text is always the end of the other
        int ends = old.size() - 1;
        var numbers = new HashMap<String, Integer>();
        int[] partners = Alignment.partners(
                numbered(old.subList(0, ends), numbers), numbered(now.subList(0, now.size() - 1), numbers));
        Phrases.clear(partners, old, now);
        int j = 0;
        int i = 0;
        for (int next = 0; next <= ends; next++) {
            int partner = next == ends ? now.size() - 1 : partners[next];
            if (partner >= 0) {
                gap(i, next, j, partner);
                i = next + 1;
                j = partner + 1;
            }
        }
    }

    private static int[] numbered(List<Token> tokens, Map<String, Integer> numbers) {
        return tokens.stream()
                .mapToInt(token -> {
                    int next = numbers.size();
                    return numbers.computeIfAbsent(token.look(), _ -> next);
                })
                .toArray();
    }

    /** What stands between two words that are in both texts, and the second of the two. */
    private void gap(int fromOld, int oldWord, int fromNow, int nowWord) {
        int i = fromOld;
        int j = fromNow;
        for (var pair : Phrases.pairs(old.subList(fromOld, oldWord), now.subList(fromNow, nowWord))) {
            phrase(i, fromOld + pair.fromOld(), j, fromNow + pair.fromNow());
            i = fromOld + pair.toOld();
            j = fromNow + pair.toNow();
            together(fromOld + pair.fromOld(), i, fromNow + pair.fromNow(), j);
        }
        phrase(i, oldWord, j, nowWord);
        together(oldWord, oldWord + 1, nowWord, nowWord + 1);
    }

    /** Words in place of other words, either of which may be none, and the space behind them. */
    private void phrase(int fromOld, int toOld, int fromNow, int toNow) {
        if (fromOld < toOld && fromNow < toNow) {
            space(spaceOld(fromOld), spaceNow(fromNow));
            add(new Change.Replaced(wordsOld(fromOld, toOld), wordsNow(fromNow, toNow), Set.of()));
            space(spaceOld(toOld), spaceNow(toNow));
        } else if (fromOld < toOld) {
            // «سلام دنیا» → «دنیا»: the space behind goes with the word
            boolean behind = !spaceOld(toOld).equals(spaceNow(toNow))
                    && spaceOld(fromOld).equals(spaceNow(toNow));
            int shift = behind ? 1 : 0;
            space(behind ? spaceOld(fromOld) : List.of(), behind ? spaceNow(toNow) : List.of());
            add(new Change.Removed(
                    before.cut(old.get(fromOld).edge(shift), old.get(toOld).edge(shift))));
            space(behind ? List.of() : spaceOld(toOld), behind ? List.of() : spaceNow(toNow));
        } else if (fromNow < toNow) {
            boolean behind = !spaceOld(toOld).equals(spaceNow(toNow))
                    && spaceNow(fromNow).equals(spaceOld(toOld));
            int shift = behind ? 1 : 0;
            space(behind ? spaceOld(toOld) : List.of(), behind ? spaceNow(fromNow) : List.of());
            add(new Change.Inserted(
                    after.cut(now.get(fromNow).edge(shift), now.get(toNow).edge(shift))));
            space(behind ? List.of() : spaceOld(toOld), behind ? List.of() : spaceNow(toNow));
        } else {
            space(spaceOld(toOld), spaceNow(toNow));
        }
    }

    /** Words that belong to each other: they are the same, or look the same, or one became the other. */
    private void together(int fromOld, int toOld, int fromNow, int toNow) {
        var was = wordsOld(fromOld, toOld);
        var is = wordsNow(fromNow, toNow);
        String textWas = Inline.text(was);
        String textIs = Inline.text(is);
        if (was.equals(is)) {
            add(new Change.Kept(was));
        } else if (textWas.equals(textIs)) {
            add(new Change.Restyled(was, is));
        } else {
            boolean alike = Unseen.look(textWas).equals(Unseen.look(textIs));
            add(new Change.Replaced(was, is, alike ? Unseen.between(textWas, textIs) : Set.of()));
        }
    }

    private void space(List<Inline> was, List<Inline> is) {
        if (was.equals(is)) {
            add(new Change.Kept(was));
        } else if (Inline.text(was).equals(Inline.text(is))) {
            add(new Change.Restyled(was, is));
        } else {
            add(new Change.Replaced(was, is, Unseen.betweenSpaces(Inline.text(was), Inline.text(is))));
        }
    }

    private List<Inline> wordsOld(int from, int to) {
        return before.cut(old.get(from).start(), old.get(to - 1).end());
    }

    private List<Inline> wordsNow(int from, int to) {
        return after.cut(now.get(from).start(), now.get(to - 1).end());
    }

    private List<Inline> spaceOld(int word) {
        return before.cut(old.get(word).spaceStart(), old.get(word).start());
    }

    private List<Inline> spaceNow(int word) {
        return after.cut(now.get(word).spaceStart(), now.get(word).start());
    }

    private void add(Change change) {
        if (change.before().isEmpty() && change.after().isEmpty()) {
            return;
        }
        if (changes.isEmpty()) {
            changes.add(change);
            return;
        }
        var last = changes.getLast();
        var joined = switch (change) {
            case Change.Kept(var text)
            when last instanceof Change.Kept(var earlier) -> new Change.Kept(join(earlier, text));
            case Change.Inserted(var text)
            when last instanceof Change.Inserted(var earlier) -> new Change.Inserted(join(earlier, text));
            case Change.Removed(var text)
            when last instanceof Change.Removed(var earlier) -> new Change.Removed(join(earlier, text));
            case Change.Restyled(var was, var is)
            when last instanceof Change.Restyled(var earlierWas, var earlierIs) ->
                new Change.Restyled(join(earlierWas, was), join(earlierIs, is));
            case Change.Kept _, Change.Inserted _, Change.Removed _, Change.Restyled _, Change.Replaced _ -> change;
        };
        if (joined != change) {
            changes.removeLast();
        }
        changes.add(joined);
    }

    private static List<Inline> join(List<Inline> first, List<Inline> second) {
        var both = new ArrayList<Inline>(first);
        both.addAll(second);
        return Token.joined(both);
    }
}
