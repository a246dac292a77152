package news.titr.theme;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ParameterDeclaration;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.titr.language.Language;
import news.titr.language.Messages;
import news.titr.language.Nearest;

/**
 * Looks a theme's template over without rendering it, as the build does with the program's own: what it asks of its values,
 * what it includes and hands over, what it leaves out, and what no browser would do under the site's security policy.
 */
final class TemplateCheck {

    static final String FOLDER = "site/";

    private static final Pattern REFUSED_ATTRIBUTE = Pattern.compile("<[^>]*?\\s(style|on[a-z]+)\\s*=\\s*[\"'{]");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*(\\ssrc=|application/ld\\+json))");
    private static final Pattern FOREIGN = Pattern.compile(
            "<(?:img|script|source|video|audio|iframe|link[^>]*rel=\"?stylesheet)[^>]*\\s(?:src|href|srcset)=[\"']?(?:https?:)?//");

    /** The program's own templates by name, such as {@code teaser}. */
    private final Map<String, String> shipped;

    /** Those of them that were asked for; a newspaper without an own theme asks for none. */
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    /** The style sheets that some pages have beside the one of all pages. */
    private final Set<String> sheets;

    private final Engine engine = Engine.builder().addDefaults().build();

    TemplateCheck(Map<String, String> shipped, Set<String> sheets) {
        this.shipped = new TreeMap<>(shipped);
        this.sheets = sheets;
    }

    Set<String> names() {
        return shipped.keySet();
    }

    /** The names of the values that a template is given, with their types. */
    Map<String, String> parameters(String name) {
        var parameters = new LinkedHashMap<String, String>();
        declared(name).forEach(one -> parameters.put(one.getKey(), typeName(one)));
        return parameters;
    }

    /** All that is wrong with what a theme puts in the place of a template. */
    List<Remark> remarks(String name, String file, String text) {
        var remarks = new ArrayList<Remark>();
        refusedByBrowsers(file, text, remarks);
        Template template;
        try {
            template = engine.parse(text);
        } catch (TemplateException e) {
            var origin = e.getOrigin();
            remarks.add(Remark.wrong(file, origin == null ? 0 : origin.getLine(), plain(e)));
            return remarks;
        }
        new Walk(file, remarks).template(name, template);
        return remarks;
    }

    private static String plain(TemplateException problem) {
        return String.valueOf(problem.getMessage())
                .replaceFirst("^Parser error[^:]*: ", "")
                .replaceAll("\\s+", " ");
    }

    private static void refusedByBrowsers(String file, String text, List<Remark> remarks) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            var attribute = REFUSED_ATTRIBUTE.matcher(line);
            if (attribute.find()) {
                remarks.add(
                        Remark.wrong(
                                file,
                                number,
                                "the attribute " + attribute.group(1)
                                        + " is refused by the site's security policy; give it a class, and a rule in theme.css"));
            }
            if (INLINE_SCRIPT.matcher(line).find()) {
                remarks.add(
                        Remark.wrong(file, number, "a script within a page is refused by the site's security policy"));
            }
            if (FOREIGN.matcher(line).find()) {
                remarks.add(Remark.wrong(
                        file, number, "readers fetch nothing from other servers; put the file into the theme"));
            }
        }
    }

    private Optional<Template> original(String name) {
        return Optional.ofNullable(shipped.get(name))
                .map(text -> parsed.computeIfAbsent(name, _ -> engine.parse(text)));
    }

    private List<ParameterDeclaration> declared(String name) {
        return original(name).map(Template::getParameterDeclarations).orElse(List.of());
    }

    private static String typeName(ParameterDeclaration declared) {
        return declared.getTypeInfo().replace("|", "");
    }

    /** The places of a template that a page which includes it fills. */
    private static Set<String> inserts(Template template) {
        return template
                .findNodes(
                        node -> node.isSection() && node.asSection().getName().equals("insert"))
                .stream()
                .map(node -> Optional.ofNullable(node.asSection()
                                .getBlocks()
                                .getFirst()
                                .parameters
                                .get("name"))
                        .orElse(""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One template, from its first line to its last. */
    private final class Walk {

        private final String file;
        private final List<Remark> remarks;

        Walk(String file, List<Remark> remarks) {
            this.file = file;
            this.remarks = remarks;
        }

        void template(String name, Template template) {
            var original = original(name).orElse(null);
            var scope = new HashMap<String, Type>();
            for (var parameter : declared(name)) {
                scope.put(
                        parameter.getKey(),
                        TemplateTypes.named(typeName(parameter)).orElse(TemplateTypes.ANY));
            }
            for (var own : template.getParameterDeclarations()) {
                String given = parameters(name).get(own.getKey());
                if (given == null) {
                    wrong(
                            own.getOrigin(),
                            "“%s” is not given to this template, only %s.%s"
                                    .formatted(
                                            own.getKey(),
                                            list(scope.keySet()),
                                            Nearest.question(own.getKey(), scope.keySet())));
                } else if (!given.equals(typeName(own))) {
                    wrong(own.getOrigin(), "“%s” is a %s, not a %s".formatted(own.getKey(), given, typeName(own)));
                }
            }
            if (original != null) {
                var left = new LinkedHashSet<>(inserts(original));
                left.removeAll(inserts(template));
                left.forEach(insert -> remarks.add(Remark.wrong(
                        file,
                        0,
                        "{#insert %s}{/insert} is missing: pages put their %s there".formatted(insert, insert))));
            }
            nodes(template.getNodes(), scope);
        }

        private void nodes(List<TemplateNode> nodes, Map<String, Type> scope) {
            for (var node : nodes) {
                if (node.isExpression()) {
                    node.getExpressions().forEach(expression -> type(expression, scope));
                } else if (node.isSection()) {
                    section(node.asSection(), scope);
                }
            }
        }

        private void section(SectionNode section, Map<String, Type> scope) {
            var types = new LinkedHashMap<String, Type>();
            for (var block : section.getBlocks()) {
                block.expressions.forEach((name, expression) -> types.put(name, type(expression, scope)));
            }
            var first = section.getBlocks().getFirst();
            var inside = scope;
            switch (section.getName()) {
                case "for", "each" -> inside = loop(section, types, scope);
                case "let", "set" -> {
                    inside = new HashMap<>(scope);
                    inside.putAll(types);
                }
                case "include" -> included(section, types, scope);
                default -> {}
            }
            for (var block : section.getBlocks()) {
                nodes(block.nodes, block == first ? inside : scope);
            }
        }

        private Map<String, Type> loop(SectionNode section, Map<String, Type> types, Map<String, Type> scope) {
            var parameters = section.getBlocks().getFirst().parameters;
            String alias = Optional.ofNullable(parameters.get("alias")).orElse("it");
            var iterated = Optional.ofNullable(types.get("iterable")).orElse(TemplateTypes.ANY);
            var inside = new HashMap<>(scope);
            var element = TemplateTypes.element(iterated);
            if (element.isEmpty()) {
                wrong(
                        section.getOrigin(),
                        "“%s” is no list but a %s; to ask whether it is there, use {#if}"
                                .formatted(parameters.get("iterable"), TemplateTypes.words(iterated)));
            }
            inside.put(alias, element.orElse(TemplateTypes.ANY));
            TemplateTypes.loopWords(alias).forEach(word -> inside.put(word, TemplateTypes.ANY));
            return inside;
        }

        private void included(SectionNode section, Map<String, Type> handed, Map<String, Type> scope) {
            String id = Optional.ofNullable(
                            section.getBlocks().getFirst().parameters.get("template"))
                    .orElse("");
            String name = id.startsWith(FOLDER) ? id.substring(FOLDER.length()).replaceFirst("\\.html$", "") : id;
            if (!id.startsWith(FOLDER) || !shipped.containsKey(name)) {
                wrong(
                        section.getOrigin(),
                        "there is no template “%s”.%s"
                                .formatted(
                                        id,
                                        Nearest.question(
                                                id,
                                                shipped.keySet().stream()
                                                        .map(known -> FOLDER + known)
                                                        .toList())));
                return;
            }
            for (var parameter : declared(name)) {
                var given = Optional.ofNullable(handed.get(parameter.getKey()))
                        .or(() -> Optional.ofNullable(scope.get(parameter.getKey())));
                var declared = TemplateTypes.named(typeName(parameter)).orElse(TemplateTypes.ANY);
                if (given.isEmpty()) {
                    wrong(
                            section.getOrigin(),
                            "%s needs %s, a %s: {#include %s %s=… /}"
                                    .formatted(
                                            id,
                                            parameter.getKey(),
                                            TemplateTypes.words(declared),
                                            id,
                                            parameter.getKey()));
                } else if (!TemplateTypes.fits(given.get(), declared)) {
                    wrong(
                            section.getOrigin(),
                            "%s takes a %s as %s, not a %s"
                                    .formatted(
                                            id,
                                            TemplateTypes.words(declared),
                                            parameter.getKey(),
                                            TemplateTypes.words(given.get())));
                }
            }
        }

        /** What an expression is; what is wrong with it is remarked. */
        private Type type(Expression expression, Map<String, Type> scope) {
            if (expression.isLiteral()) {
                return Optional.ofNullable(expression.getLiteral())
                        .<Type>map(Object::getClass)
                        .orElse(TemplateTypes.ANY);
            }
            if (expression.hasNamespace()) {
                return TemplateTypes.ANY;
            }
            Type type = null;
            for (var part : expression.getParts()) {
                var arguments = part.isVirtualMethod() ? part.asVirtualMethod().getParameters() : List.<Expression>of();
                arguments.forEach(argument -> type(argument, scope));
                if (type == null) {
                    type = scope.get(part.getName());
                    if (type == null) {
                        wrong(
                                expression.getOrigin(),
                                "there is no “%s” here, only %s.%s"
                                        .formatted(
                                                part.getName(),
                                                list(scope.keySet()),
                                                Nearest.question(part.getName(), scope.keySet())));
                        return TemplateTypes.ANY;
                    }
                } else {
                    var owner = type;
                    var member = TemplateTypes.member(owner, part.getName(), arguments.size());
                    if (member.isEmpty()) {
                        var known = TemplateTypes.members(owner);
                        wrong(
                                expression.getOrigin(),
                                "{%s}: a %s has no “%s”.%s It has %s."
                                        .formatted(
                                                expression.toOriginalString(),
                                                TemplateTypes.words(owner),
                                                part.getName(),
                                                Nearest.question(part.getName(), known),
                                                list(known)));
                        return TemplateTypes.ANY;
                    }
                    known(expression, part.getName(), arguments);
                    type = member.get();
                }
            }
            return type == null ? TemplateTypes.ANY : type;
        }

        /** Words and style sheets are asked for by name. */
        private void known(Expression expression, String asked, List<Expression> arguments) {
            if (arguments.isEmpty() || !(arguments.getFirst().getLiteral() instanceof String name)) {
                return;
            }
            switch (asked) {
                case "word" -> {
                    var words = Messages.of(Language.ENGLISH).keys();
                    if (!words.contains(name)) {
                        wrong(
                                expression.getOrigin(),
                                "there are no words “%s”.%s".formatted(name, Nearest.question(name, words)));
                    }
                }
                case "sheet" -> {
                    if (!sheets.contains(name)) {
                        wrong(
                                expression.getOrigin(),
                                "there is no style sheet “%s”, only %s".formatted(name, list(sheets)));
                    }
                }
                default -> {}
            }
        }

        private void wrong(TemplateNode.Origin origin, String text) {
            remarks.add(Remark.wrong(file, origin.getLine(), text));
        }

        private static String list(Set<String> names) {
            return names.stream().filter(name -> !name.contains("_")).sorted().collect(Collectors.joining(", "));
        }
    }
}
