package news.titr.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.titr.http.Request;
import news.titr.http.Response;
import news.titr.people.People;
import news.titr.people.Scope;
import news.titr.people.Token;
import news.titr.people.Tokens;
import news.titr.people.Verdict;

/** {@code /desk/tokens}: with which other programs come in, and for whom they act. */
public final class TokensDesk {

    private static final String ADDRESS = "/desk/tokens";

    /** For how many days a token may be made; zero for one without an end. */
    private static final List<Integer> DAYS = List.of(30, 90, 365, 0);

    private final Tokens tokens;
    private final People people;
    private final DeskFrame frame;

    public TokensDesk(Tokens tokens, People people, DeskFrame frame) {
        this.tokens = tokens;
        this.people = people;
        this.frame = frame;
    }

    public record Choice(String value, String words, boolean chosen) {}

    /**
     * @param facts what is known of it, in words
     * @param revoke what its button does, in words
     */
    public record Line(
            String id, String name, String person, String scopes, List<String> facts, boolean good, String revoke) {}

    /**
     * @param secret the token that was just made, shown this once; empty otherwise
     * @param name as it was typed
     */
    public record View(
            List<Line> lines,
            String secret,
            String name,
            List<Choice> persons,
            List<Choice> scopes,
            List<Choice> ends,
            String notice,
            List<String> problems) {}

    public Response show(Request request, DeskAccess.Visitor visitor) {
        String notice = request.query().has("done") ? frame.word("tokens.revoked") : "";
        return page(200, visitor, "", Form.empty(visitor), notice, List.of());
    }

    private record Form(String name, String person, Set<Scope> scopes, int days) {

        static Form empty(DeskAccess.Visitor visitor) {
            return new Form("", visitor.personId(), EnumSet.of(Scope.READ), 90);
        }

        static Form of(Request request) {
            var scopes = EnumSet.noneOf(Scope.class);
            request.form().all("scope").stream()
                    .flatMap(id -> Scope.of(id).stream())
                    .forEach(scopes::add);
            String days = request.form().text("days");
            return new Form(
                    request.form().text("name"),
                    request.form().text("person"),
                    scopes,
                    DAYS.stream()
                            .filter(each -> each.toString().equals(days))
                            .findFirst()
                            .orElse(90));
        }

        Optional<Instant> end(Instant now) {
            return days == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofDays(days)));
        }
    }

    /** {@code POST /desk/tokens}. */
    public Response issue(Request request, DeskAccess.Visitor visitor) {
        var form = Form.of(request);
        return switch (tokens.issue(
                visitor.actor(), form.name(), form.person(), form.scopes(), form.end(frame.now()))) {
            case Verdict.Done<Tokens.Issued>(var issued) ->
                page(200, visitor, issued.secret(), Form.empty(visitor), "", List.of());
            case Verdict.Refused<Tokens.Issued>(var reasons) ->
                page(422, visitor, "", form, "", frame.reasons(reasons));
        };
    }

    /** {@code POST /desk/tokens/removal}. */
    public Response revoke(Request request, DeskAccess.Visitor visitor) {
        return switch (tokens.revoke(visitor.actor(), request.form().text("token"))) {
            case Verdict.Done<Token> _ -> Response.seeOther(ADDRESS + "?done");
            case Verdict.Refused<Token>(var reasons) ->
                page(422, visitor, "", Form.empty(visitor), "", frame.reasons(reasons));
        };
    }

    private Response page(
            int status, DeskAccess.Visitor visitor, String secret, Form form, String notice, List<String> problems) {
        var all = tokens.all(visitor.actor());
        if (all.isEmpty()) {
            return frame.page(
                    403,
                    DeskTemplates.notice(
                            frame.forVisitor(frame.word("tokens.title"), visitor),
                            frame.word("people.refused.not-allowed")));
        }
        var view = new View(
                all.get().stream().map(this::line).toList(),
                secret,
                form.name(),
                people.all().stream()
                        .filter(person -> !person.disabled())
                        .map(person -> new Choice(
                                person.id(),
                                person.name() + " · " + frame.word(person.role().messageKey()),
                                person.id().equals(form.person())))
                        .toList(),
                Stream.of(Scope.values())
                        .map(scope -> new Choice(
                                scope.id(),
                                frame.word("tokens.scope." + scope.id()),
                                form.scopes().contains(scope)))
                        .toList(),
                DAYS.stream()
                        .map(days -> new Choice(
                                days.toString(),
                                days == 0 ? frame.word("tokens.no-end") : frame.word("tokens.days", days),
                                days == form.days()))
                        .toList(),
                notice,
                problems);
        return frame.page(status, DeskTemplates.tokens(frame.forVisitor(frame.word("tokens.title"), visitor), view));
    }

    private Line line(Token token) {
        var facts = Stream.of(
                        Optional.of(frame.word("tokens.made", frame.dates().full(token.createdAt()))),
                        token.expiresAt()
                                .map(end ->
                                        frame.word("tokens.ends", frame.dates().full(end))),
                        token.lastUsedAt()
                                .map(at -> frame.word("tokens.used", frame.moment(at), token.lastAddress()))
                                .or(() -> Optional.of(frame.word("tokens.unused"))),
                        token.revokedAt()
                                .map(at -> frame.word(
                                        "tokens.revoked-at", frame.dates().full(at))))
                .flatMap(Optional::stream)
                .toList();
        return new Line(
                token.id(),
                token.name(),
                token.person().name(),
                token.scopes().stream()
                        .sorted()
                        .map(scope -> frame.word("tokens.scope." + scope.id()))
                        .collect(java.util.stream.Collectors.joining(frame.word("tokens.and"))),
                facts,
                token.isGood(frame.now()),
                frame.word("tokens.revoke-this", token.name()));
    }
}
