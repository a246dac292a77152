package news.titr.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import news.titr.http.Response;
import news.titr.people.Pass;
import news.titr.people.Scope;

/** Who has the token that asks, and what it is good for. */
final class AccountApi {

    Response show(Call call) {
        var actor = call.actor();
        var root = JsonNodeFactory.instance
                .objectNode()
                .put("name", actor.person().name())
                .put("email", actor.person().email())
                .put("role", actor.person().role().id());
        var token =
                root.putObject("token").put("name", actor.pass().map(Pass::name).orElse(""));
        var scopes = token.putArray("scopes");
        actor.pass().stream()
                .flatMap(pass -> pass.scopes().stream())
                .sorted()
                .map(Scope::id)
                .forEach(scopes::add);
        return Call.json(200, root);
    }
}
