package news.titr.app.command;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.titr.people.Role;
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
        subcommands = {PersonCommand.Add.class, PersonCommand.Link.class})
final class PersonCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a person and prints a link that signs them in once, within a day.")
    static final class Add implements Callable<Integer> {

        @Mixin
        private final DataFolder data = new DataFolder();

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

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() {
            var chosen = Role.of(role)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "There is no role “" + role + "”; the roles are "
                                    + Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "))));
            try (var newspaper = data.open()) {
                var person = newspaper.people.add(email, name, chosen);
                String link = newspaper.masthead.absolute("/desk/sign-in/" + newspaper.signIn.link(person));
                spec.commandLine().getOut().println(link);
            }
            return 0;
        }
    }

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "Prints a new link that signs a person in once, within a day.")
    static final class Link implements Callable<Integer> {

        @Mixin
        private final DataFolder data = new DataFolder();

        @Parameters(paramLabel = "EMAIL", description = "Their e-mail address.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String email;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() {
            try (var newspaper = data.open()) {
                var person = newspaper
                        .people
                        .withEmail(email)
                        .orElseThrow(() -> new CommandFailed("There is nobody with the address " + email));
                String link = newspaper.masthead.absolute("/desk/sign-in/" + newspaper.signIn.link(person));
                spec.commandLine().getOut().println(link);
            }
            return 0;
        }
    }
}
