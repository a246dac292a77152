package news.titr.lint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for every source file, and for Java. */
final class HouseRules {

    private static final int LONGEST_FILE = 600;

    private HouseRules() {}

    static List<Rule> all() {
        Predicate<SourceFile> everywhere = _ -> true;
        Predicate<SourceFile> source =
                file -> file.in("bin/") || (file.in("src/") && file.is(".java", ".html", ".css", ".js", ".sql"));
        Predicate<SourceFile> javaMain = file -> file.in("src/main/") && file.is(".java");
        return List.of(
                Rule.of("files stay under 600 lines", "part it by subject", source, HouseRules::tooLong)
                        .catches("src/main/java/A.java", "\n".repeat(601))
                        .passes("src/main/java/A.java", "\n".repeat(600)),
                Rule.of("nothing is put off", "do it now, or write an issue", source, "\\b(TODO|FIXME|XXX|HACK)\\b")
                        .catches("src/main/java/A.java", "int a; // TODO later")
                        .passes("src/main/java/A.java", "int todoList;"),
                Rule.of(
                                "no stubs",
                                "write it, or leave it out",
                                javaMain,
                                "UnsupportedOperationException|NotImplemented")
                        .catches("src/main/java/A.java", "throw new UnsupportedOperationException();"),
                Rule.of(
                                "no path of one machine",
                                "say it relative to the project, or as a setting",
                                everywhere,
                                "(?<![\\w.])/(home|Users|root|mnt)/\\w*")
                        .catches("docs/operating.md", "put it into /home/sara/titr")
                        .passes("docs/operating.md", "put it into /var/lib/titr; see https://example.org/home/x"),
                Rule.of(
                                "no registry address",
                                "the machine's own Maven and package settings decide where things come from",
                                file -> !file.path().equals("pom.xml"),
                                "(?i)https?://(repo\\w*|registry|plugins|artifacts|mirrors?)\\.[\\w.-]+")
                        .catches("bin/titr", "curl https://registry.example.org/x.jar"),
                Rule.of(
                                "no registry address in the build",
                                "the machine's own settings.xml decides",
                                file -> file.path().equals("pom.xml"),
                                "<(repository|pluginRepository|distributionManagement)>")
                        .catches("pom.xml", "<repositories>\n<repository>"),
                Rule.of(
                                "closed sets are switched over without default",
                                "name every case, so that a new one does not compile until it is thought of",
                                javaMain,
                                HouseRules::defaultsOverClosedSets)
                        .catches("src/main/java/A.java", "return switch (block) { case Quote q -> 1; default -> 0; };")
                        .catches(
                                "src/main/java/A.java",
                                "return switch (block) { case Quote(var a, var b) -> 1; default -> 0; };")
                        .catches(
                                "src/main/java/A.java", "switch (stage) {\n case DRAFT -> { a(); }\n default -> b(); }")
                        .passes("src/main/java/A.java", "return switch (name) { case \"quote\" -> 1; default -> 0; };")
                        .passes(
                                "src/main/java/A.java",
                                "return switch (node) { case ObjectNode o -> 1; default -> 0; };")
                        .passes(
                                "src/main/java/A.java",
                                "switch (n) { case 1 -> switch (stage) { case DRAFT -> a(); }; default -> b(); }"),
                Rule.of(
                                "links in documents lead somewhere",
                                "write the document, or mend the link",
                                file -> file.is(".md"),
                                HouseRules::deadLinks)
                        .catches("docs/a.md", "see [there](no-such-file.md)")
                        .passes("docs/a.md", "see [there](../pom.xml#top), [out](https://example.org) and [here](#x)"),
                Rule.of(
                                "nothing is printed past the command line",
                                "results are printed by commands in app, everything else logs",
                                file -> javaMain.test(file) && !file.in("src/main/java/news/titr/app/"),
                                file -> file.with(JavaText.codeOnly(file.text()))
                                        .find(Pattern.compile("System\\.(out|err)\\b|\\.printStackTrace\\(")))
                        .catches("src/main/java/news/titr/doc/A.java", "System.out.println(1);")
                        .passes("src/main/java/news/titr/doc/A.java", "// not System.out"),
                Rule.of(
                                "the clock is a parameter",
                                "take an InstantSource (or a Clock) in the constructor",
                                file -> javaMain.test(file) && !file.in("src/main/java/news/titr/app/"),
                                file -> file.with(JavaText.codeOnly(file.text()))
                                        .find(
                                                Pattern.compile(
                                                        "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)|System\\.currentTimeMillis\\(|new Date\\(\\)|Clock\\.system\\w*\\(|InstantSource\\.system\\(")))
                        .catches("src/main/java/news/titr/doc/A.java", "var now = Instant.now();")
                        .passes("src/main/java/news/titr/doc/A.java", "var now = clock.instant();"),
                Rule.of(
                                "no raw tabs or trailing blanks",
                                "bin/format, or an editor that strips them",
                                file -> source.test(file) && !file.is(".java"),
                                "(?m)[ \\t]+$|^\\t")
                        .catches("src/main/resources/a.css", "a {\n\tb: c;\n}")
                        .passes("src/main/resources/a.css", "a {\n  b: c;\n}"));
    }

    private static final Pattern RELATIVE_LINK = Pattern.compile("\\]\\((?![a-z]+:|#)([^)#\\s]+)");

    private static List<Finding> deadLinks(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        Matcher link = RELATIVE_LINK.matcher(file.text());
        while (link.find()) {
            if (!Files.exists(Path.of(file.path()).resolveSibling(link.group(1)))) {
                findings.add(file.at(link.start(1), link.group(1)));
            }
        }
        return findings;
    }

    private static List<Finding> tooLong(SourceFile file) {
        long lines = file.text().lines().count();
        return lines > LONGEST_FILE ? List.of(new Finding(file.path(), LONGEST_FILE + 1, lines + " lines")) : List.of();
    }

    private static final Pattern SWITCH = Pattern.compile("\\bswitch\\s*\\(");
    private static final Pattern LABEL = Pattern.compile("\\b(case\\s+([^;{}]*?)|default)\\s*(->|:(?!:))");
    /** An enum constant, or a record of ours taken apart, or a nested type of ours. Types of libraries are never closed to us. */
    private static final Pattern CLOSED = Pattern.compile(
            "[A-Z][A-Z0-9_]*(\\s*,.*)?|[A-Z]\\w*(\\.[A-Z]\\w*)*\\s*\\(.*|[A-Z]\\w*(\\.[A-Z]\\w*)*\\s+\\w+(\\s+when\\s.*)?");

    private static final Pattern LIBRARY_TYPE = Pattern.compile(
            "(\\w*Node|String|Integer|Long|Double|Boolean|Number|Character|CharSequence|List|Map|\\w*Exception|\\w*Error|COS\\w*|PD\\w*)\\b(<[^>]*>)?\\s+\\w+.*");

    private static List<Finding> defaultsOverClosedSets(SourceFile file) {
        String code = JavaText.codeOnly(file.text());
        List<Finding> findings = new ArrayList<>();
        Matcher opening = SWITCH.matcher(code);
        while (opening.find()) {
            int brace = code.indexOf('{', afterBracket(code, opening.end()));
            if (brace < 0) {
                continue;
            }
            String body = ownLevel(code, brace);
            boolean closed = false;
            int fallback = -1;
            Matcher label = LABEL.matcher(body);
            while (label.find()) {
                String pattern = label.group(2);
                if (pattern == null) {
                    fallback = brace + label.start();
                } else if (isClosed(pattern.strip(), code)) {
                    closed = true;
                }
            }
            if (closed && fallback >= 0) {
                findings.add(file.at(fallback, "default in a switch over a closed set"));
            }
        }
        return findings;
    }

    /** Whether a label names one of a set that the compiler knows to be whole: not a constant number or text. */
    private static boolean isClosed(String pattern, String code) {
        String first = pattern.split("[\\s,(]", 2)[0];
        boolean constant = Pattern.compile("static final (char|int|long|String) " + first + "\\b")
                .matcher(code)
                .find();
        return !constant
                && CLOSED.matcher(pattern).matches()
                && !LIBRARY_TYPE.matcher(pattern).matches();
    }

    private static int afterBracket(String code, int inside) {
        int depth = 1;
        int i = inside;
        while (i < code.length() && depth > 0) {
            depth += switch (code.charAt(i)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
            i++;
        }
        return i;
    }

    /** The block that opens at {@code brace}, with the blocks inside it blanked. */
    private static String ownLevel(String code, int brace) {
        StringBuilder level = new StringBuilder();
        int depth = 0;
        for (int i = brace; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '}') {
                depth--;
            }
            if (depth == 0 && i > brace) {
                break;
            }
            level.append(depth == 1 ? c : ' ');
            if (c == '{') {
                depth++;
            }
        }
        return level.toString();
    }
}
