package news.titr.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import news.titr.Browser;
import news.titr.TitrProcess;
import news.titr.TitrProcess.Home;

/**
 * How long a key keeps the editor busy in a story of 20,000 words: everything that the browser does for the key itself (event
 * handlers, ProseMirror, style and layout asked for by them), from Chromium's own trace. Drawing the screen comes after.
 */
public final class EditorBench {

    private static final int KEYS = 200;
    private static final String WRITE = """
            () => {
              const { view } = window.titrEditor;
              const { schema } = view.state;
              const text = "این یک بند آزمایشی است که واژه\u200cهای فارسی می\u200cشود و برای سنجش تندی نوشتن در متن بلند ساخته شده است ";
              const blocks = Array.from({ length: 400 }, () => schema.nodes.paragraph.create(null, schema.text(text.repeat(3))));
              view.dispatch(view.state.tr.insert(view.state.doc.content.size - 1, blocks));
            }""";
    private static final String TO_THE_MIDDLE = """
            () => {
              const { view } = window.titrEditor;
              const middle = view.state.doc.resolve(Math.floor(view.state.doc.content.size / 2));
              view.dispatch(view.state.tr.setSelection(view.state.selection.constructor.near(middle)).scrollIntoView());
              view.focus();
            }""";

    private EditorBench() {}

    public static void main(String[] arguments) {
        var home = Home.fresh();
        try (var titr = TitrProcess.serve(home);
                var browser = new Browser()) {
            var page = browser.signedIn(titr, "bench@example.org", "سنجش", "reporter")
                    .newPage();
            page.navigate(titr.address + "/desk");
            page.locator("[data-command=new-story]").dispatchEvent("click");
            page.waitForSelector(".saving[data-state=saved]");
            page.evaluate(WRITE);
            page.waitForSelector(".saving[data-state=saved]", new Page.WaitForSelectorOptions().setTimeout(60_000));
            System.out.println(page.textContent(".counts"));
            measure(page, "text alone");
            page.keyboard().press("Control+Shift+H");
            measure(page, "half-spaces shown");
            page.keyboard().press("Control+Shift+H");
            page.keyboard().press("Alt+2");
            page.waitForTimeout(5_000);
            measure(page, "tidy panel open");
        }
    }

    private static void measure(Page page, String name) {
        page.evaluate(TO_THE_MIDDLE);
        page.waitForTimeout(1_000);
        var session = page.context().newCDPSession(page);
        var events = new ArrayList<JsonObject>();
        var done = new AtomicBoolean();
        session.on(
                "Tracing.dataCollected",
                data -> data.getAsJsonArray("value").forEach(event -> events.add(event.getAsJsonObject())));
        session.on("Tracing.tracingComplete", _ -> done.set(true));
        trace(session);
        for (int i = 0; i < KEYS; i++) {
            page.keyboard().press(List.of("b", "s", "h", " ").get(i % 4));
            page.waitForTimeout(30);
        }
        session.send("Tracing.end");
        page.waitForCondition(done::get);
        print(name, events);
    }

    private static void trace(CDPSession session) {
        var categories = new JsonArray();
        categories.add("devtools.timeline");
        var config = new JsonObject();
        config.add("includedCategories", categories);
        var arguments = new JsonObject();
        arguments.addProperty("transferMode", "ReportEvents");
        arguments.add("traceConfig", config);
        session.send("Tracing.start", arguments);
    }

    /** A key is its keydown and its keypress, in which the text goes in. */
    private static void print(String name, List<JsonObject> events) {
        Map<String, List<Double>> times = new HashMap<>();
        for (var event : events) {
            if (event.get("name").getAsString().equals("EventDispatch") && event.has("dur")) {
                JsonElement type =
                        event.getAsJsonObject("args").getAsJsonObject("data").get("type");
                times.computeIfAbsent(type.getAsString(), _ -> new ArrayList<>())
                        .add(event.get("dur").getAsDouble() / 1_000);
            }
        }
        var down = times.getOrDefault("keydown", List.of());
        var press = times.getOrDefault("keypress", List.of());
        var keys = new ArrayList<Double>();
        for (int i = 0; i < Math.min(down.size(), press.size()); i++) {
            keys.add(down.get(i) + press.get(i));
        }
        keys.sort(null);
        if (keys.isEmpty()) {
            System.out.println(name + ": the trace has no keys");
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %d keys: median %5.1f ms, 95 of 100 below %5.1f ms, longest %5.1f ms%n",
                name,
                keys.size(),
                keys.get(keys.size() / 2),
                keys.get(keys.size() * 95 / 100),
                keys.getLast());
    }
}
