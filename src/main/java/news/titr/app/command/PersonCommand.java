package news.titr.app.command;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.titr.app.Newspaper;
import news.titr.people.Actor;
import news.titr.people.People;
import news.titr.people.Person;
import news.titr.people.Role;
import news.titr.people.Verdict;
import news.titr.story.Section;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = "The people of the newsroom.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PersonCommand.Add.class,
            PersonCommand.Link.class,
            PersonCommand.List.class,
            PersonCommand.SetRole.class,
            PersonCommand.Disable.class,
            PersonCommand.Enable.class
        })
final class PersonCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    /** What each of these commands has. */
    abstract static class OnPeople implements Callable<Integer> {

        @Mixin
        private final DataFolder data = new DataFolder();

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        /** Does it; answers what to print, a line each. */
        abstract java.util.List<String> on(Newspaper newspaper);

        @Override
        public Integer call() {
            try (var newspaper = data.open()) {
                on(newspaper).forEach(spec.commandLine().getOut()::println);
            }
            return 0;
        }

        Role role(String id) {
            return Role.of(id)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "There is no role “" + id + "”; the roles are "
                                    + Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "))));
        }

        /** Ids of the sections with these slugs, parted by commas. */
        Set<String> sections(Newspaper newspaper, String slugs) {
            var all = newspaper.sections.all(newspaper.masthead.language().tag());
            var ids = new LinkedHashSet<String>();
            for (String slug : slugs.split("[,،\\s]+", -1)) {
                if (!slug.isEmpty()) {
                    ids.add(all.stream()
                            .filter(section -> section.slug().equals(slug))
                            .map(Section::id)
                            .findFirst()
                            .orElseThrow(() -> new ParameterException(
                                    spec.commandLine(),
                                    "There is no section “" + slug + "”; the sections are "
                                            + all.stream().map(Section::slug).collect(Collectors.joining(", ")))));
                }
            }
            return ids;
        }

        static Person person(Newspaper newspaper, String email) {
            return newspaper
                    .people
                    .withEmail(email)
                    .orElseThrow(() -> new CommandFailed("There is nobody with the address " + email));
        }

        static String link(Newspaper newspaper, Person person) {
            if (person.disabled()) {
                throw new CommandFailed(
                        "The account of " + person.email() + " is closed; open it with: titr person enable");
            }
            return newspaper.masthead.absolute("/desk/sign-in/" + newspaper.signIn.link(person));
        }

        static java.util.List<String> done(Verdict<Person> verdict, String words) {
            return switch (verdict) {
                case Verdict.Done<Person>(var person) -> java.util.List.of(person.email() + " " + words);
                case Verdict.Refused<Person>(var reasons) ->
                    throw new CommandFailed(
                            reasons.contains(Verdict.Reason.LAST_ADMINISTRATOR)
                                    ? "This is the only administrator; make somebody else one first"
                                    : "This cannot be done: " + reasons);
            };
        }
    }

    /** Where somebody works, and is trusted. */
    static final class Where {

        @Option(
                names = "--sections",
                paramLabel = "SLUGS",
                description = "The sections that a desk editor edits, parted by commas (default: all).")
        @Nullable
        String sections;

        @Option(
                names = "--trust",
                paramLabel = "SLUGS",
                description = "The sections in which they publish their own stories straight away.")
        @Nullable
        String trusted;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a person and prints a link that signs them in once, within a day.")
    static final class Add extends OnPeople {

        @Parameters(paramLabel = "EMAIL", description = "Their e-mail address.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String email;

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "Their name.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "reporter, desk-editor, chief-editor, picture-editor or administrator.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String role;

        @Mixin
        private final Where where = new Where();

        @Override
        java.util.List<String> on(Newspaper newspaper) {
            var person = newspaper.people.add(
                    email,
                    name,
                    role(role),
                    sections(newspaper, where.sections == null ? "" : where.sections),
                    sections(newspaper, where.trusted == null ? "" : where.trusted));
            return java.util.List.of(link(newspaper, person));
        }
    }

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "Prints a new link that signs a person in once, within a day.")
    static final class Link extends OnPeople {

        @Parameters(paramLabel = "EMAIL", description = "Their e-mail address.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String email;

        @Override
        java.util.List<String> on(Newspaper newspaper) {
            return java.util.List.of(link(newspaper, person(newspaper, email)));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the people: address, role, name.")
    static final class List extends OnPeople {

        @Override
        java.util.List<String> on(Newspaper newspaper) {
            var slugs = newspaper.sections.all(newspaper.masthead.language().tag()).stream()
                    .collect(Collectors.toMap(Section::id, Section::slug));
            Function<Set<String>, String> named = ids ->
                    ids.stream().map(id -> slugs.getOrDefault(id, id)).sorted().collect(Collectors.joining(","));
            return newspaper.people.all().stream()
                    .map(person -> String.join(
                            "\t",
                            person.email(),
                            person.role().id(),
                            person.name(),
                            "sections=" + named.apply(person.sections()),
                            "trust=" + named.apply(person.trusted()),
                            person.disabled() ? "closed" : "open"))
                    .toList();
        }
    }

    @Command(
            name = "role",
            mixinStandardHelpOptions = true,
            description = "Gives a person another role; sections and trust stay unless they are named.")
    static final class SetRole extends OnPeople {

        @Parameters(index = "0", paramLabel = "EMAIL", description = "Their e-mail address.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String email;

        @Parameters(index = "1", paramLabel = "ROLE", description = "Their role from now on.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String role;

        @Mixin
        private final Where where = new Where();

        @Override
        java.util.List<String> on(Newspaper newspaper) {
            var person = person(newspaper, email);
            var place = new People.Place(
                    role(role),
                    where.sections == null ? person.sections() : sections(newspaper, where.sections),
                    where.trusted == null ? person.trusted() : sections(newspaper, where.trusted));
            return done(newspaper.people.place(new Actor.Technician(), person.id(), place), "is " + role + " now");
        }
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Closes a person's account and ends their sessions.")
    static final class Disable extends OnPeople {

        @Parameters(paramLabel = "EMAIL", description = "Their e-mail address.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String email;

        @Override
        java.util.List<String> on(Newspaper newspaper) {
            var person = person(newspaper, email);
            return done(newspaper.people.disable(new Actor.Technician(), person.id()), "is closed");
        }
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Opens a closed account again.")
    static final class Enable extends OnPeople {

        @Parameters(paramLabel = "EMAIL", description = "Their e-mail address.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String email;

        @Override
        java.util.List<String> on(Newspaper newspaper) {
            var person = person(newspaper, email);
            return done(newspaper.people.enable(new Actor.Technician(), person.id()), "is open again");
        }
    }
}
