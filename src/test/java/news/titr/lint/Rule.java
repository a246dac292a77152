package news.titr.lint;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A convention that a machine can check.
 *
 * @param advice what to do instead, one sentence
 * @param where the files that it is for
 * @param bad a file that it must catch: the rule's own test
 * @param good a file that looks like it and must pass
 */
record Rule(
        String name,
        String advice,
        Predicate<SourceFile> where,
        Function<SourceFile, List<Finding>> check,
        List<SourceFile> bad,
        List<SourceFile> good) {

    static Rule of(String name, String advice, Predicate<SourceFile> where, Function<SourceFile, List<Finding>> check) {
        return new Rule(name, advice, where, check, List.of(), List.of());
    }

    static Rule of(String name, String advice, Predicate<SourceFile> where, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return of(name, advice, where, file -> file.find(compiled));
    }

    /** With one more file that must be caught. */
    Rule catches(String path, String text) {
        return new Rule(name, advice, where, check, plus(bad, path, text), good);
    }

    /** With one more file that must pass. */
    Rule passes(String path, String text) {
        return new Rule(name, advice, where, check, bad, plus(good, path, text));
    }

    List<Finding> findings(SourceFile file) {
        return where.test(file) ? check.apply(file) : List.of();
    }

    private static List<SourceFile> plus(List<SourceFile> files, String path, String text) {
        return Stream.concat(files.stream(), Stream.of(new SourceFile(path, text)))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
