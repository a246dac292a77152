package news.titr;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The program's own templates, rendered as the program does, without the rest of it. */
public final class TestTemplates {

    private TestTemplates() {}

    public static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(ValueResolvers.rawResolver())
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(TestTemplates::template)
                .build();
    }

    private static Optional<TemplateLocator.TemplateLocation> template(String id) {
        String file = "/templates/" + id + (id.endsWith(".html") ? "" : ".html");
        return Optional.ofNullable(TestTemplates.class.getResource(file))
                .map(_ -> new TemplateLocator.TemplateLocation() {
                    @Override
                    public Reader read() {
                        return new InputStreamReader(
                                TestTemplates.class.getResourceAsStream(file), StandardCharsets.UTF_8);
                    }

                    @Override
                    public Optional<Variant> getVariant() {
                        return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
                    }
                });
    }
}
