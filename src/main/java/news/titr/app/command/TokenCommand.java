package news.titr.app.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.titr.app.Newspaper;
import news.titr.people.Actor;
import news.titr.people.Scope;
import news.titr.people.Token;
import news.titr.people.Tokens;
import news.titr.people.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "The tokens with which other programs come in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCommand.Add.class, TokenCommand.Listing.class, TokenCommand.Revoke.class})
final class TokenCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    /** What each of these commands has. */
    abstract static class OnTokens implements Callable<Integer> {

        @Mixin
        private final DataFolder data = new DataFolder();

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        CommandSpec spec;

        /** Does it; answers what to print, a line each. */
        abstract List<String> on(Newspaper newspaper);

        @Override
        public Integer call() {
            try (var newspaper = data.open()) {
                on(newspaper).forEach(spec.commandLine().getOut()::println);
            }
            return 0;
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Makes a token and prints it; it is shown only this once.")
    static final class Add extends OnTokens {

        @Parameters(paramLabel = "NAME", description = "What it is for.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Option(
                names = "--person",
                required = true,
                paramLabel = "EMAIL",
                description = "Whom it acts for: it may do no more than they may.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String person;

        @Option(
                names = "--scopes",
                paramLabel = "SCOPES",
                defaultValue = "read",
                description =
                        "What it is good for: read, write, publish, parted by commas (default: ${DEFAULT-VALUE}).")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String scopes;

        @Option(
                names = "--days",
                paramLabel = "DAYS",
                defaultValue = "0",
                description = "For how many days (default: until it is revoked).")
        private int days;

        @Override
        List<String> on(Newspaper newspaper) {
            if (days < 0) {
                throw new ParameterException(spec.commandLine(), "--days must be a whole number from 0");
            }
            var owner = PersonCommand.OnPeople.person(newspaper, person);
            Optional<java.time.Instant> end = days == 0
                    ? Optional.empty()
                    : Optional.of(newspaper.clock.instant().plus(Duration.ofDays(days)));
            return switch (newspaper.tokens.issue(new Actor.Technician(), name, owner.id(), scopes(), end)) {
                case Verdict.Done<Tokens.Issued>(var issued) -> List.of(issued.secret());
                case Verdict.Refused<Tokens.Issued>(var reasons) ->
                    throw new CommandFailed(
                            reasons.contains(Verdict.Reason.NO_NAME)
                                    ? "A token needs a name of at most 120 characters"
                                    : owner.disabled()
                                            ? "The account of " + owner.email() + " is closed"
                                            : "This cannot be done: " + reasons);
            };
        }

        private Set<Scope> scopes() {
            var wanted = new LinkedHashSet<Scope>();
            for (String id : scopes.split("[,\\s]+", -1)) {
                wanted.add(Scope.of(id)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "There is no scope “" + id + "”; the scopes are "
                                        + Arrays.stream(Scope.values())
                                                .map(Scope::id)
                                                .collect(Collectors.joining(", ")))));
            }
            return wanted;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the tokens, the newest first.")
    static final class Listing extends OnTokens {

        @Override
        List<String> on(Newspaper newspaper) {
            var now = newspaper.clock.instant();
            return newspaper.tokens.all(new Actor.Technician()).orElseThrow().stream()
                    .map(token -> String.join(
                            "\t",
                            token.id(),
                            token.name(),
                            token.person().email(),
                            scopes(token),
                            end(token, token.isGood(now))))
                    .toList();
        }

        private static String scopes(Token token) {
            return token.scopes().stream().sorted().map(Scope::id).collect(Collectors.joining(","));
        }

        private static String end(Token token, boolean good) {
            return good ? token.expiresAt().map(end -> "until " + end).orElse("in force") : "over";
        }
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a token at once.")
    static final class Revoke extends OnTokens {

        @Parameters(paramLabel = "ID", description = "As “titr token list” shows it.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String id;

        @Override
        List<String> on(Newspaper newspaper) {
            return switch (newspaper.tokens.revoke(new Actor.Technician(), id)) {
                case Verdict.Done<Token>(var token) -> List.of(token.name() + " is revoked");
                case Verdict.Refused<Token> _ -> throw new CommandFailed("There is no token " + id);
            };
        }
    }
}
