package news.titr.theme;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the values in templates are, and what can be asked of them. Where nobody can say it, the type is {@link #ANY}. */
final class TemplateTypes {

    /** Of this, anything may be asked. */
    static final Type ANY = Object.class;

    /** What Qute answers for every value, beside what the value itself knows. */
    private static final Set<String> EVERYWHERE =
            Set.of("raw", "safe", "or", "orEmpty", "ifTruthy", "toString", "equals", "hashCode");

    private static final Set<String> OF_LISTS = Set.of("first", "last", "get", "take", "takeLast", "size", "reversed");
    private static final Set<String> OF_NUMBERS = Set.of("mod", "plus", "minus", "intValue", "longValue");

    private TemplateTypes() {}

    /** A type with what stands in its angle brackets, as {@code java.util.List<news.titr.site.ListPage$Day>}. */
    private record Generic(Class<?> raw, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        @SuppressWarnings("NullAway") // as the interface has it: no owner
        public Type getOwnerType() {
            return null;
        }
    }

    /** The type that a template declares; empty if there is no such class. */
    static Optional<Type> named(String text) {
        String name = text.replace("|", "").strip();
        int bracket = name.indexOf('<');
        String plain = bracket < 0 ? name : name.substring(0, bracket);
        try {
            Class<?> raw = Class.forName(plain.contains(".") ? plain : "java.lang." + plain, false, loader());
            if (bracket < 0) {
                return Optional.of(raw);
            }
            var arguments = new ArrayList<Type>();
            for (String argument :
                    name.substring(bracket + 1, name.lastIndexOf('>')).split(",")) {
                arguments.add(named(argument).orElse(ANY));
            }
            return Optional.of(new Generic(raw, arguments));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static ClassLoader loader() {
        return TemplateTypes.class.getClassLoader();
    }

    /** What a value of this type answers to a name, with a number of arguments; empty if it answers nothing. */
    static Optional<Type> member(Type type, String name, int arguments) {
        Class<?> raw = raw(type);
        if (raw == Object.class || !Character.isLetter(name.charAt(0)) || EVERYWHERE.contains(name)) {
            return Optional.of(name.equals("or") || name.equals("?:") ? type : ANY);
        }
        if (Map.class.isAssignableFrom(raw)
                && arguments == 0
                && method(raw, name, 0).isEmpty()) {
            return Optional.of(argument(type, 1));
        }
        if (Iterable.class.isAssignableFrom(raw) && OF_LISTS.contains(name)) {
            return Optional.of(Set.of("first", "last", "get").contains(name) ? argument(type, 0) : ANY);
        }
        if (Number.class.isAssignableFrom(boxed(raw)) && OF_NUMBERS.contains(name)) {
            return Optional.of(Integer.class);
        }
        return method(raw, name, arguments).map(method -> returned(type, method.getGenericReturnType()));
    }

    /** What can be asked of a value, to tell somebody who asked for something else. */
    static Set<String> members(Type type) {
        var names = new TreeSet<String>();
        asked(raw(type))
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
                .forEach(method -> names.add(method.getName()));
        names.removeAll(Set.of("getClass", "notify", "notifyAll", "wait", "hashCode", "toString"));
        return names;
    }

    /** What a loop over it goes through; empty for what is no list. */
    static Optional<Type> element(Type type) {
        Class<?> raw = raw(type);
        if (raw == Object.class || raw == Integer.class || raw == int.class) {
            return Optional.of(raw == Object.class ? ANY : Integer.class);
        }
        if (raw.isArray()) {
            return Optional.of(raw.getComponentType());
        }
        boolean goesThrough = Iterable.class.isAssignableFrom(raw) || Stream.class.isAssignableFrom(raw);
        return goesThrough
                ? Optional.of(argument(type, 0))
                : Map.class.isAssignableFrom(raw) ? Optional.of(ANY) : Optional.empty();
    }

    /** Whether what is handed over can stand where the other is declared. */
    static boolean fits(Type given, Type declared) {
        Class<?> is = boxed(raw(given));
        return is == Object.class || boxed(raw(declared)).isAssignableFrom(is);
    }

    static String words(Type type) {
        return raw(type).getSimpleName();
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic && generic.getActualTypeArguments().length > index
                ? generic.getActualTypeArguments()[index]
                : ANY;
    }

    private static Type returned(Type owner, Type returned) {
        if (returned instanceof Class<?> || returned instanceof ParameterizedType) {
            return returned;
        }
        boolean ofOne = owner instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1;
        return ofOne ? argument(owner, 0) : ANY;
    }

    private static Optional<Method> method(Class<?> raw, String name, int arguments) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        var names = arguments == 0 ? Set.of(name, "get" + capital, "is" + capital, "has" + capital) : Set.of(name);
        return asked(raw)
                .filter(method -> names.contains(method.getName()) && method.getReturnType() != void.class)
                .filter(method -> method.getParameterCount() == arguments || method.isVarArgs())
                .findFirst();
    }

    private static Stream<Method> asked(Class<?> raw) {
        return Arrays.stream(boxed(raw).getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    private static Class<?> boxed(Class<?> raw) {
        return raw.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(raw).wrap().returnType()
                : raw;
    }

    static Collection<String> loopWords(String alias) {
        return Stream.of(
                        "count",
                        "index",
                        "indexParity",
                        "hasNext",
                        "odd",
                        "isOdd",
                        "even",
                        "isEven",
                        "isFirst",
                        "isLast")
                .map(word -> alias + "_" + word)
                .toList();
    }
}
