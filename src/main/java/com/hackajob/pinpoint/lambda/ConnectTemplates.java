package com.hackajob.pinpoint.lambda;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The files of {@code resources/connect}: templates that escape every value, a style sheet and a script. */
record ConnectTemplates(Engine engine, String style, String script) {

    static ConnectTemplates load() {
        return new ConnectTemplates(newEngine(), read("connect.css"), read("connect.js"));
    }

    // No resolver that reflects: what a template asks for and a map does not hold is an error, here and in a native
    // image.
    private static Engine newEngine() {
        return Engine.builder()
                .addDefaultSectionHelpers()
                .addValueResolvers(
                        ValueResolvers.mapperResolver(), ValueResolvers.mapResolver(), ValueResolvers.rawResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(name -> Optional.of(new Html(read(name + ".html"))))
                .strictRendering(true)
                .build();
    }

    String render(ConnectModel model) {
        TemplateInstance page = engine.getTemplate(model.template()).instance();
        model.values().forEach(page::data);
        return page.data("style", style).data("script", script).render();
    }

    ContentPolicy policy() {
        return new ContentPolicy(style, script);
    }

    private static String read(String file) {
        try (InputStream content = ConnectTemplates.class.getResourceAsStream("/connect/" + file)) {
            return new String(Objects.requireNonNull(content, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A template whose values are escaped, because its type is HTML. */
    private record Html(String text) implements TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
