package news.titr.app;

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

/** The program's templates without its server: for commands that make pages. */
final class PlainTemplates {

    private PlainTemplates() {}

    static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(ValueResolvers.rawResolver())
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(PlainTemplates::template)
                .build();
    }

    private static Optional<TemplateLocator.TemplateLocation> template(String id) {
        String file = "/templates/" + id + (id.endsWith(".html") ? "" : ".html");
        return Optional.ofNullable(PlainTemplates.class.getResource(file))
                .map(found -> new TemplateLocator.TemplateLocation() {
                    @Override
                    public Reader read() {
                        try {
                            return new InputStreamReader(found.openStream(), StandardCharsets.UTF_8);
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException("The program lacks its template " + id, e);
                        }
                    }

                    @Override
                    public Optional<Variant> getVariant() {
                        return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
                    }
                });
    }
}
